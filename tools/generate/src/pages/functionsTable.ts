import type { Language } from './language.ts'
import { code, table } from './markdown.ts'
import { officialPage } from './officialPage.ts'
import type { Call, PackageCalls } from './PackageCalls.ts'

/**
 * Returns the table of functions for the README of a package. A list below it names the functions that the fake corp
 * does not answer.
 */
export function functionsTable({ calls }: PackageCalls, language: Language): string {
  const { header, cells, unserved } = texts[language]
  const written = calls.filter((call) => call.written)
  const rows = written.map((call) => [code(call.entry.fn), ...cells(call)])
  const refused = written.filter((call) => !call.served)
  return `${table(header, rows)}${refused.length === 0 ? '' : `\n${unserved(refused)}\n`}`
}

/**
 * Texts and cells of the table in each language. The Chinese table has no column `what it does`, because Chinese
 * readers understand the official title of the call. The column `effect` links to the section that explains effects.
 */
const texts = {
  en: {
    header: ['function', 'what it does', 'official page', '[effect](../core/README.md#retries)'],
    cells: (call: Call) => [purpose(call), officialPage(call), call.entry.effect],
    unserved: (calls: readonly Call[]) => `The fake corp does not answer ${calls.map(nameAndReason).join('; ')}.`,
  },
  zh: {
    header: ['函数', '官方页面', '[副作用](../core/README.zh-CN.md#重试)'],
    cells: (call: Call) => [`${officialPage(call)}${successor(call)}`, effects[call.entry.effect]],
    unserved: (calls: readonly Call[]) => `模拟企业不应答：${calls.map(({ entry }) => code(entry.fn)).join('、')}。`,
  },
}

const effects = { read: '读取', write: '修改', create: '创建', send: '发送' }

function purpose({ entry: { summary, deprecated } }: Call): string {
  return deprecated ? `${summary}. Deprecated: use ${code(deprecated.replaced_by)}` : summary
}

function successor({ entry: { deprecated } }: Call): string {
  return deprecated ? `（旧接口，请改用 ${code(deprecated.replaced_by)}）` : ''
}

function nameAndReason({ entry, refusal }: Call): string {
  return refusal === undefined ? code(entry.fn) : `${code(entry.fn)} (${refusal})`
}
