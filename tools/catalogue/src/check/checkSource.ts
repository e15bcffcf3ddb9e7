import type { CatalogueEndpoint } from '../Catalogue.ts'
import type { EndpointLike } from './EndpointLike.ts'
import { unless } from './unless.ts'

/**
 * Checks the source text of an endpoint against the catalogue: the doc comment, the return type and the exported
 * interfaces. Returns the problems.
 */
export function checkSource(source: string, { docs }: EndpointLike, entry: CatalogueEndpoint): string[] {
  const params = `${capitalised(entry.fn)}Params`
  const types = [params, `${capitalised(entry.fn)}Result`]
  const takesParams = entry.query.length > 0 || entry.body.length > 0
  const comment = docCommentOf(source, entry.fn)
  return [
    ...types.flatMap((name) => unless(exportsType(source, name), `no interface ${name} is exported`)),
    ...unless(returnsList(source, entry), `the function does not return Paged<${types[1]}, …>`),
    // Every object fits an empty interface, the options of the call as well.
    ...unless(takesParams || source.includes(`${params} extends NoParams {}`), `${params} does not extend NoParams`),
    ...(comment ? checkComment(comment, docs, entry) : ['the function has no doc comment']),
  ]
}

/**
 * For a function that lists items in pages: returns whether its source declares the return type `Paged` (an iterable of
 * all items). Returns true for any other function.
 */
function returnsList(source: string, { fn, pagination }: CatalogueEndpoint): boolean {
  return !pagination || !fn.startsWith('list') || source.includes(`): Paged<${capitalised(fn)}Result, `)
}

function checkComment(comment: readonly string[], docs: number, entry: CatalogueEndpoint): string[] {
  const title = `${entry.title_zh} — `
  const tags = [
    '@param client',
    '@param params',
    '@param options',
    ...(entry.response.length > 0 ? ['@returns'] : []),
    `@see https://developer.work.weixin.qq.com/document/path/${docs}`,
    '@example',
    ...(entry.deprecated ? ['@deprecated'] : []),
  ]
  return [
    ...unless(comment[0]?.startsWith(title) === true, `the doc comment does not open with "${title}"`),
    ...tags.flatMap((tag) => unless(hasTag(comment, tag), `the doc comment lacks ${tag}`)),
    ...unless(entry.deprecated !== null || !hasTag(comment, '@deprecated'), '@deprecated is not in the catalogue'),
  ]
}

/** Returns the lines of the doc comment of an exported function, without asterisks and empty lines. */
function docCommentOf(source: string, fn: string): string[] | undefined {
  const start = source.search(new RegExp(`^export (async )?function ${fn}\\b`, 'm'))
  const before = source.slice(0, start).trimEnd()
  if (start === -1 || !before.endsWith('*/')) return undefined
  return before
    .slice(before.lastIndexOf('/**') + '/**'.length, -'*/'.length)
    .split('\n')
    .map((line) => line.trim().replace(/^\* ?/, ''))
    .filter((line) => line !== '')
}

function hasTag(comment: readonly string[], tag: string): boolean {
  return comment.some((line) => line === tag || line.startsWith(`${tag} `))
}

function exportsType(source: string, name: string): boolean {
  return new RegExp(`^export (interface|type) ${name}\\b`, 'm').test(source)
}

function capitalised(fn: string): string {
  return fn.charAt(0).toUpperCase() + fn.slice(1)
}
