import { formatText } from '@wecom-tools/format'
import { type EasyWeChatExample, readEasyWeChatExamples } from './easywechatExamples.ts'
import { type EasyWeChatMethod, listEasyWeChatMethods } from './easywechatMethods.ts'
import { readPage } from './workspace.ts'

/** The pages that show methods of EasyWeChat, as they ought to be, by their path in the workspace. */
export async function renderEasyWeChatPages(): Promise<Record<string, string>> {
  const methods = listEasyWeChatMethods()
  const parts = {
    'README.md': methodTable(['EasyWeChat', 'function', 'package'], methods),
    'README.zh-CN.md': methodTable(['EasyWeChat', '函数', '包'], methods),
    'EASYWECHAT.md': sideBySide(methods, readEasyWeChatExamples()),
  }
  const pages = Object.entries(parts).map(
    async ([page, part]) => [page, await formatText(page, putBetweenMarkers(page, part))] as const,
  )
  return Object.fromEntries(await Promise.all(pages))
}

const markers = /(?<=<!-- easywechat -->\n).*(?=<!-- \/easywechat -->)/s

function putBetweenMarkers(page: string, part: string): string {
  const text = readPage(page)
  if (!markers.test(text)) throw new Error(`${page} lacks the markers <!-- easywechat --> and <!-- /easywechat -->`)
  // A function, because `$app` could be taken for a pattern.
  return text.replace(markers, () => `\n${part}\n`)
}

function methodTable(header: readonly string[], methods: readonly EasyWeChatMethod[]): string {
  const rows = methods.map(({ easywechat, fn, domain }) => [`\`${easywechat}\``, `\`${fn}\``, packageLink(domain)])
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function packageLink(domain: string): string {
  return `[\`@wecom/${domain}\`](packages/${domain})`
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
      return `## ${packageLink(domain)}\n\n${pairs.join('\n')}`
    })
    .join('\n')
}

function pair(method: EasyWeChatMethod, example: EasyWeChatExample | undefined): string {
  const { easywechat, fn, domain, title_zh } = method
  if (!example) throw new Error(`no example for ${easywechat} in src/easywechat`)
  return `### ${title_zh}

\`${easywechat}\` → \`${fn}\`

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
`
}
