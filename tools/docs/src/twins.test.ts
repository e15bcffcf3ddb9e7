import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listCatalogues } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { readCode, readComments, readHeadings, readOwnLinks } from './pages.ts'
import { isTwin, listFolders, listPages, readPage, twinOf, workspace } from './workspace.ts'

// Each README has a Chinese twin with the same headings and snippets. Other pages may have one.

const packages = listFolders().flatMap((folder) => folder.match(/^packages\/(.*)$/)?.[1] ?? [])
const twins = listPages().filter((page) => !isTwin(page) && existsSync(join(workspace, twinOf(page))))

const levels = (path: string): number[] => readHeadings(readPage(path)).map(({ level }) => level)

/**
 * Returns the maximum size of a package's README. A person should be able to read a README in one sitting. The README
 * of the fake corp (`mock`) may be longer, because the fake corp has more features.
 */
const maxBytes = (name: string): number => (name === 'mock' ? 25_000 : 12_000)

test.each(packages)('the README of %s has a twin, and both are short', (name) => {
  for (const page of [`packages/${name}/README.md`, `packages/${name}/README.zh-CN.md`]) {
    expect(existsSync(join(workspace, page)), `${page} is missing`).toBe(true)
    expect(Buffer.byteLength(readPage(page)), `bytes of ${page}`).toBeLessThanOrEqual(maxBytes(name))
  }
})

/**
 * Returns the names of the functions that a package exports from `index.ts` and `formats.ts`. Exported types and
 * endpoints are left out.
 */
function exportedFunctions(name: string): string[] {
  const entries = globSync(`packages/${name}/src/{index,formats}.ts`, { cwd: workspace })
  return entries
    .flatMap((entry) => [...readPage(entry).matchAll(/export \{(.*?)\} from/gs)])
    .flatMap(([, names = '']) => names.split(',').map((one) => one.trim()))
    .filter((one) => /^[a-z]\w+$/.test(one) && !one.endsWith('Endpoint'))
}

/** Names of the packages whose READMEs have a table of functions. The README of core has no such table. */
const domains = listCatalogues().filter((name) => name !== 'core')

test.each(domains)('the README of %s names all functions, and so does its twin', (name) => {
  const functions = exportedFunctions(name)

  expect(functions.length).toBeGreaterThan(0)
  for (const page of [`packages/${name}/README.md`, `packages/${name}/README.zh-CN.md`]) {
    const text = readPage(page)
    expect(functions.filter((one) => !text.includes(`\`${one}\``))).toEqual([])
  }
})

test.each(twins)('%s: the twin has its headings, by order and level', (page) => {
  expect(levels(twinOf(page))).toEqual(levels(page))
})

test.each(twins)('%s: the twin has its snippets', (page) => {
  expect(readCode(readPage(twinOf(page)))).toEqual(readCode(readPage(page)))
})

test.each(twins)('%s: comments in the snippets of the twin are Chinese', (page) => {
  const shared = new Set(readComments(readPage(page)))
  const foreign = readComments(readPage(twinOf(page))).filter((comment) => !/\p{Script=Han}/u.test(comment))

  // A comment that names values alone is the same in both.
  expect(foreign.filter((comment) => !shared.has(comment) || /[a-z]{3,} [a-z]{3,}/i.test(comment))).toEqual([])
})

test.each(twins)('%s: links of the twin lead to twins', (page) => {
  const folder = dirname(page)
  const targets = [...readPage(twinOf(page)).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, target = '']) => target)
  // The English page itself is linked from the top of the root's twin.
  const others = targets.filter((target) => join(folder, target) !== page)

  expect(others.filter((target) => twins.includes(join(folder, target)))).toEqual([])
})

test.each(listPages())('%s: every link within the page leads to a heading', (page) => {
  const anchors = new Set(readHeadings(readPage(page)).map(({ anchor }) => anchor))

  expect(readOwnLinks(readPage(page)).filter((anchor) => !anchors.has(anchor))).toEqual([])
})

test.each(listPages())('%s: every link to a heading of another page leads to it', (page) => {
  const links = [...readPage(page).matchAll(/\]\(([^)#\s:]+\.md)#([^)]+)\)/g)]
  const broken = links.filter(([, path = '', anchor = '']) => {
    const target = join(dirname(page), path)
    const isThere = existsSync(join(workspace, target))
    return !isThere || !readHeadings(readPage(target)).some((heading) => heading.anchor === decodeURIComponent(anchor))
  })

  expect(broken.map(([link]) => link)).toEqual([])
})
