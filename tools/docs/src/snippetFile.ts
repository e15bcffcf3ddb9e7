import type { Block } from './blocks.ts'

/** Creates the `client` of snippets that use one without creating it. */
const prelude = `import { corpToken as preludeToken, createClient as preludeClient } from '@wecom/core'

const client = preludeClient({
  token: preludeToken({ corpId: process.env.WECOM_CORP_ID ?? '', secret: process.env.WECOM_SECRET ?? '' }),
  baseUrl: process.env.WECOM_BASE_URL,
})
`

/** A snippet as a program, or as a test file, of its own; one that names its file lies beside others of its page. */
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
