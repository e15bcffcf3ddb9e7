import { formatText } from '../../formatText.ts'
import type { Scaffold } from '../Scaffold.ts'
import { sampleOf } from '../shape/sampleOf.ts'
import { toSentences } from '../shape/toSentences.ts'
import { commentOf, wrap } from './comment.ts'

/** Maximum length of a line of the comment, without the asterisk before it. */
const width = 117

/** Returns the doc comment for the function that makes the call. */
export async function functionComment(scaffold: Scaffold): Promise<string> {
  const { entry, params } = scaffold
  const { title_zh, summary, deprecated, limits, docs } = entry
  return commentOf([
    ...paragraph(`${title_zh} — ${insideSentence(summary)}.`),
    ...(limits.length > 0 ? paragraph(toSentences(limits)) : []),
    ...(deprecated ? paragraph(`@deprecated ${toSentences([deprecated.why])} Use \`${deprecated.replaced_by}\`.`) : []),
    `@param client - made by \`createClient\`${tokenSource(scaffold)}.`,
    params.fields.length > 0 ? `@param params - {@link ${params.name}}` : '@param params - none. The default is `{}`.',
    `@param options - ${scaffold.pagedItem === undefined ? '`signal` and timeouts of this call' : '`signal` applies to all pages, timeouts apply to each page'}.`,
    `@returns ${returned(scaffold)}`,
    ...thrown(scaffold),
    `@see https://developer.work.weixin.qq.com/document/path/${docs[0]}`,
    '',
    '@example',
    ...(await exampleLines(scaffold)),
  ])
}

function paragraph(text: string): string[] {
  return [...wrap(text, width, text.startsWith('@') ? '  ' : ''), '']
}

/**
 * Returns the text with a lower-case first letter, for the middle of a sentence. If the text starts with an
 * abbreviation, e.g. `URL`, the text is not changed.
 */
function insideSentence(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

function tokenSource({ token }: Scaffold): string {
  return token === 'suite' || token === 'provider' ? `, with a \`${token}Token\`` : ''
}

function returned({ entry: { fn, pagination }, result, pagedItem }: Scaffold): string {
  if (result.fields.length === 0) return 'nothing.'
  if (pagedItem !== undefined)
    return `one page; \`for await (const item of ${fn}(client, params))\` yields the items of all pages.`
  return pagination
    ? `one page; \`paginate(client, ${fn}Endpoint, params)\` reads all pages.`
    : `{@link ${result.name}}`
}

/**
 * Returns the lines of the `@throws` tag. Leaves out the errcodes of single entries in the result (errcodes with a
 * `level`), because the function does not throw them.
 */
function thrown({ entry }: Scaffold): string[] {
  const errors = entry.errors.filter(({ level }) => level === undefined)
  if (errors.length === 0) return []
  const meanings = errors.map(({ code, meaning }) => `\`${code}\`: ${meaning}.`)
  return wrap(`@throws {WeComApiError} ${meanings.join(' ')}`, width, '  ')
}

async function exampleLines({ entry: { fn }, params, result }: Scaffold): Promise<string[]> {
  const required = params.fields.filter((field) => field.required)
  const given = required.length > 0 ? `, ${JSON.stringify(sampleOf({ fields: required }))}` : ''
  const text = await formatText('example.ts', `${received(result)}await ${fn}(client${given})`)
  return text.trimEnd().split('\n')
}

/**
 * Returns the part of the example before `await`. If the result has the required field `tag_group`, this part is
 * `const { tag_group } = `. If all fields of the result are optional, it is `const result = `. If the result has no
 * fields, it is empty.
 */
function received({ fields }: Scaffold['result']): string {
  if (fields.length === 0) return ''
  const names = fields.filter(({ required }) => required).map(({ name }) => name)
  return names.length > 0 ? `const { ${names.join(', ')} } = ` : 'const result = '
}
