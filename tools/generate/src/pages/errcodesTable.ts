import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import type { Language } from './language.ts'
import { table } from './markdown.ts'

/** The errcodes that calls of a package answer with, for its README. */
export function errcodesTable(errcodes: readonly CatalogueErrcode[], language: Language): string {
  const { header, cells } = texts[language]
  return table(
    header,
    errcodes.map((errcode) => [`${errcode.code}`, ...cells(errcode)]),
  )
}

const texts = {
  en: {
    header: ['errcode', 'meaning', 'what to do'],
    cells: ({ meaning, hint }: CatalogueErrcode) => [firstSentence(meaning), firstSentence(hint)],
  },
  zh: {
    header: ['errcode', '官方说明', '处理办法'],
    cells: (errcode: CatalogueErrcode) => [errcode.title_zh, remedies[errcode.class]],
  },
}

/** The catalogue's hints are English: a Chinese reader gets the remedy of the class. */
const remedies: Readonly<Record<CatalogueErrcode['class'], string>> = {
  auth: '凭证缺失、错误或已过期：重新获取',
  permission: '没有权限：由管理员调整授权、可见范围或购买的额度',
  rate_limit: '调用过于频繁：稍后重试',
  not_found: 'id 不存在或不可见：检查 id 与可见范围',
  invalid_request: '请求有误：修改参数，原样重试无用',
  conflict: '当前状态不允许，或已经完成：先查询状态',
  quota: '额度用尽：等待无用，先释放或增加额度',
  busy: '企业微信尚未就绪：稍后重试',
  ip: 'IP 不在可信列表：由管理员添加',
}

/** Without the full stop: `explainErrcode` has the rest. */
function firstSentence(text: string): string {
  return text.replace(/[.;] .*/s, '').replace(/\.$/, '')
}
