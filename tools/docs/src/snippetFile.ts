import type { Block } from './blocks.ts'

/** Code that creates the `client` for snippets that use a client without creating it. */
const prelude = `import { corpToken as preludeToken, createClient as preludeClient } from '@wecom/core'

const client = preludeClient({
  token: preludeToken({ corpId: process.env.WECOM_CORP_ID ?? '', secret: process.env.WECOM_SECRET ?? '' }),
  baseUrl: process.env.WECOM_BASE_URL,
})
`

/**
 * Returns a snippet of a page as a file to compile: a program, or a test file. A snippet with a file name is placed in
 * a folder with the other named snippets of its page.
 */
export function snippetFile({ page, line, code, note, file }: Block): { readonly name: string; readonly text: string } {
  const stem = page.replaceAll(/[/.]/g, '-')
  // Readers copy it into a file, so it has to be complete.
  if (file) return { name: `${stem}/${file}`, text: code }
  const takesClient = /\bclient\b/.test(code) && !/\b(const|let) (client|\{ client)\b/.test(code)
  return {
    name: note === 'vitest' ? `src/${stem}-${line}.test.ts` : `${stem}-${line}.ts`,
    text: `${takesClient ? prelude : ''}${code}\nexport {}\n`,
  }
}
