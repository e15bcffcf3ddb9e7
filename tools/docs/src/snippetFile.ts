import type { Block } from './blocks.ts'

/** What a reader has in mind where a snippet takes `client` for granted. */
const prelude = `import { corpToken as preludeToken, createClient as preludeClient } from '@wecom/core'

const client = preludeClient({
  token: preludeToken({ corpId: process.env.WECOM_CORP_ID ?? '', secret: process.env.WECOM_SECRET ?? '' }),
  baseUrl: process.env.WECOM_BASE_URL,
})
`

/** A snippet as a program, or as a test file, of its own. */
export function snippetFile({ page, line, code, note }: Block): { readonly name: string; readonly text: string } {
  const takesClient = /\bclient\b/.test(code) && !/\b(const|let) (client|\{ client)\b/.test(code)
  const stem = `${page.replaceAll(/[/.]/g, '-')}-${line}`
  return {
    name: note === 'vitest' ? `src/${stem}.test.ts` : `${stem}.ts`,
    text: `${takesClient ? prelude : ''}${code}\nexport {}\n`,
  }
}
