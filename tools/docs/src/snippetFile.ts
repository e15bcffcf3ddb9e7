import type { Block } from './blocks.ts'

/** Code that creates the `client` for snippets that use a client without creating it. */
const prelude = `import { corpToken as preludeToken, createClient as preludeClient } from '@wecom/core'

const client = preludeClient({
  token: preludeToken({ corpId: process.env.WECOM_CORP_ID ?? '', secret: process.env.WECOM_SECRET ?? '' }),
  baseUrl: process.env.WECOM_BASE_URL,
})
`

/**
 * Returns the name and the text of a file with the snippet, so that tests can compile and run the snippet. A snippet of
 * the kind `vitest` becomes a test file, any other snippet becomes a program. The snippets of a page that have file
 * names are put into the same folder.
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
