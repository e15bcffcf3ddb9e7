import type { ErrcodeExplanation } from './ErrcodeExplanation.ts'
import { errcodeUrl } from './errcodeUrl.ts'
import { table } from './table.ts'

/**
 * Says what an errcode means, and what to do about it.
 * The table of all codes comes with it, about 20 kB compressed: for logs, tools and servers rather than for browsers.
 *
 * @param code - `errcode` of a `WeComApiError`, or of one entry of a result.
 * @returns undefined for a code that is not in the table: WeCom adds codes, and has more for other areas.
 *
 * @example
 * if (isWeComError(error) && error.kind === 'api') console.error(explainErrcode(error.errcode)?.remedy)
 */
export function explainErrcode(code: number): ErrcodeExplanation | undefined {
  const row = table[code]
  if (!row) return undefined
  const [name, title, meaning, remedy, errcodeClass, retry] = row
  return { errcode: code, name, title, meaning, remedy, class: errcodeClass, retry, docsUrl: errcodeUrl(code) }
}
