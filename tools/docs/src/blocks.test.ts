import { expect, test } from 'vitest'
import { readBlocks } from './blocks.ts'
import { snippetFile } from './snippetFile.ts'

const page = `# Title

\`\`\`sh
npm test
\`\`\`
text
\`\`\`ts compile-only
call(client)
\`\`\`
\`\`\`ts file=a.ts
call(1)
\`\`\`
\`\`\`ts compile-only file=app/b.ts
call(2)
\`\`\`
`

const block = (code: string) => ({ page: 'packages/a/README.md', line: 7, language: 'ts', note: '', file: '', code })

test('finds blocks with their place, language, note and file', () => {
  expect(readBlocks('a.md', page)).toEqual([
    { page: 'a.md', line: 4, language: 'sh', note: '', file: '', code: 'npm test\n' },
    { page: 'a.md', line: 8, language: 'ts', note: 'compile-only', file: '', code: 'call(client)\n' },
    { page: 'a.md', line: 11, language: 'ts', note: '', file: 'a.ts', code: 'call(1)\n' },
    { page: 'a.md', line: 14, language: 'ts', note: 'compile-only', file: 'app/b.ts', code: 'call(2)\n' },
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

test('a snippet that names its file lies with the others of its page, as it stands', () => {
  expect(snippetFile({ ...block('call(client)'), file: 'app/route.ts' })).toEqual({
    name: 'packages-a-README-md/app/route.ts',
    text: 'call(client)',
  })
})
