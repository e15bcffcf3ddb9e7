import type { ErrcodeExplanation } from './ErrcodeExplanation.ts'
import { errcodeUrl } from './errcodeUrl.ts'
import { table } from './table.ts'

/**
 * Explains an errcode and says what to do about it. The function contains the table of all errcodes, about 20 kB
 * compressed, so use it in logs, tools and servers rather than in browsers.
 *
 * @param code - `errcode` of a `WeComApiError`, or of one entry of a result.
 * @returns the explanation, or undefined if the table lacks the code. The table has the codes of customer contact only,
 * and WeCom adds new ones.
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
