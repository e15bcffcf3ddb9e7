import { expect, test } from 'vitest'
import { readBlocks } from './blocks.ts'
import { snippetFile } from './snippetFile.ts'

const page = ['# Title', '', '```sh', 'npm test', '```', 'text', '```ts compile-only', 'call(client)', '```', ''].join(
  '\n',
)

const block = (code: string) => ({ page: 'packages/a/README.md', line: 7, language: 'ts', note: '', code })

test('finds blocks with their place, language and note', () => {
  expect(readBlocks('a.md', page)).toEqual([
    { page: 'a.md', line: 4, language: 'sh', note: '', code: 'npm test\n' },
    { page: 'a.md', line: 8, language: 'ts', note: 'compile-only', code: 'call(client)\n' },
  ])
})

test('a snippet gets a client where it takes one for granted, and only there', () => {
  expect(snippetFile(block('call(client)'))).toMatchObject({
    name: 'packages-a-README-md-7.ts',
    text: expect.stringContaining('const client = '),
  })
  expect(snippetFile(block('const client = make()')).text).not.toContain('prelude')
  expect(snippetFile(block('const { client } = make()')).text).not.toContain('prelude')
  expect(snippetFile(block('nothing()')).text).not.toContain('prelude')
  expect(snippetFile(block('let client: Client')).text).not.toContain('prelude')
})

test('a test file gets a name that Vitest looks for', () => {
  expect(snippetFile({ ...block('test()'), note: 'vitest' }).name).toBe('src/packages-a-README-md-7.test.ts')
})
