import { formatText, putBetweenMarkers } from '@wecom-tools/generate'
import { type EasyWeChatExample, readEasyWeChatExamples } from './easywechatExamples.ts'
import { type EasyWeChatMethod, listEasyWeChatMethods } from './easywechatMethods.ts'
import { readPage } from './workspace.ts'

/** The pages that show methods of EasyWeChat beside ours, as they ought to be, by their path in the workspace. */
export async function renderEasyWeChatPages(): Promise<Record<string, string>> {
  const languages = { 'tools/docs/easywechat.md': isForeign, 'tools/docs/easywechat.zh-CN.md': isChinese }
  const pages = Object.entries(languages).map(
    async ([page, isReadable]) => [page, await formatText(page, renderPage(page, isReadable))] as const,
  )
  return Object.fromEntries(await Promise.all(pages))
}

/** Comments stand in the examples in Chinese and in English: each page shows its own. */
const isChinese = (comment: string): boolean => /\p{Script=Han}/u.test(comment)
const isForeign = (comment: string): boolean => !isChinese(comment)

function renderPage(page: string, isReadable: (comment: string) => boolean): string {
  const examples = readEasyWeChatExamples().map((example) => ({
    ...example,
    typescript: example.typescript.replaceAll(/^\/\/.*\n/gm, (comment) => (isReadable(comment) ? comment : '')),
  }))
  const part = sideBySide(listEasyWeChatMethods(), examples)
  return putBetweenMarkers(page, readPage(page), 'easywechat', `\n${part}\n`)
}

function sideBySide(methods: readonly EasyWeChatMethod[], examples: readonly EasyWeChatExample[]): string {
  const domains = [...new Set(methods.map(({ domain }) => domain))]
  return domains
    .map((domain) => {
      const pairs = methods
        .filter((method) => method.domain === domain)
        .map((method) =>
          pair(
            method,
            examples.find(({ easywechat }) => easywechat === method.easywechat),
          ),
        )
      return `## [\`@wecom/${domain}\`](../../packages/${domain})\n\n${pairs.join('\n')}`
    })
    .join('\n')
}

/** Folded up: thirty-five pairs of code would bury the rest of the page. */
function pair(method: EasyWeChatMethod, example: EasyWeChatExample | undefined): string {
  const { easywechat, fn, domain, title_zh } = method
  if (!example) throw new Error(`no example for ${easywechat} in src/easywechat`)
  return `<details>
<summary><code>${easywechat}</code> → <code>${fn}</code> ${title_zh}</summary>

<table>
<tr><th>EasyWeChat</th><th>TypeScript</th></tr>
<tr><td valign="top">

\`\`\`php
${example.php}\`\`\`

</td><td valign="top">

\`\`\`ts compile-only
import { ${fn} } from '@wecom/${domain}'

${example.typescript}\`\`\`

</td></tr>
</table>

</details>
`
}
