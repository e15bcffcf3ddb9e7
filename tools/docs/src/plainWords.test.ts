import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findOffences } from './plainWords.ts'
import { listFolders, listPages, readPage, workspace } from './workspace.ts'

test.each(listFolders())('%s: comments and pages use plain words', (folder) => {
  const files = globSync([`${folder}/**/*.ts`, `${folder}/**/*.md`], {
    cwd: workspace,
    // The last one holds offences to find.
    exclude: ['**/node_modules', '**/dist', '**/.snippets', '**/plainWords.test.ts'],
  })

  expect(files.length).toBeGreaterThan(2)
  expect(files.flatMap((file) => findOffences(file, readPage(file)))).toEqual([])
})

test.each(listPages().filter((page) => !page.includes('/')))('%s: plain words', (page) => {
  expect(findOffences(page, readPage(page))).toEqual([])
})

const source = (comment: string): string => `import a from 'a'\n\n/**\n * ${comment}\n */\nexport const b = a\n`

test.each([
  ['a fronted genitive', 'Of members without a licence nobody hears.', 'name the actor first'],
  ['behind a title', '获取客户详情 — gets a customer. Who added them is in `follow_user`.', 'name the actor first'],
  ['a second sentence', 'Reads it. **Where there is none**, it fails.', 'name the actor first'],
  ['another word', 'The customers of an employee.', 'write member'],
  ['the scope of an app', "Out of the app's scope.", 'write visible range'],
])('findOffences: %s', (_, comment, reason) => {
  expect(findOffences('a.ts', source(comment))).toMatchObject([{ reason }])
})

test.each([
  ['a question', 'Was it sent? Who sent it?'],
  ['a wire name', 'The `follow_user` of `scope`.'],
  ['a word of OAuth', 'The OAuth scope.'],
  ['an example', 'Reads it.\n *\n * @example\n * // Who is it?\n * const staff = 1'],
  ['whether', 'Whether it is temporary.'],
])('findOffences: %s is fine', (_, comment) => {
  expect(findOffences('a.ts', source(comment))).toEqual([])
})

test('findOffences: comments inside functions, and pages without their code', () => {
  expect(findOffences('a.ts', 'const a = 1 // Whoever calls.\n  // The staff\n  // of a shop.\n')).toHaveLength(2)
  expect(findOffences('a.md', '# Whose\n\n- Of one.\n\n```ts\n// Of two\n```\n\n虚拟企业。\n')).toHaveLength(3)
  expect(findOffences('a.ts', "const url = 'https://sandbox.example'\n")).toEqual([])
})
