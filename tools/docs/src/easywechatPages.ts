import { formatText, putBetweenMarkers } from '@wecom-tools/generate'
import { type EasyWeChatExample, readEasyWeChatExamples } from './easywechatExamples.ts'
import { type EasyWeChatMethod, listEasyWeChatMethods } from './easywechatMethods.ts'
import { readPage } from './workspace.ts'

/** Returns the generated pages that compare EasyWeChat with this SDK. The keys are the paths of the pages. */
export async function renderEasyWeChatPages(): Promise<Record<string, string>> {
  const languages = { 'tools/docs/easywechat.md': isForeign, 'tools/docs/easywechat.zh-CN.md': isChinese }
  const pages = Object.entries(languages).map(
    async ([page, isReadable]) => [page, await formatText(page, renderPage(page, isReadable))] as const,
  )
  return Object.fromEntries(await Promise.all(pages))
}

/**
 * Returns whether a comment is Chinese. The examples have comments in Chinese and in English, and each page shows the
 * comments in its own language.
 */
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

/**
 * Returns two code blocks for one call, in PHP with EasyWeChat and in TypeScript with this SDK. The page shows the
 * blocks collapsed, because the blocks of all calls would make the page too long.
 */
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
