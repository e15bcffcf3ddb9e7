import type { ErrcodeExplanation } from './ErrcodeExplanation.ts'
import { errcodeUrl } from './errcodeUrl.ts'
import { table } from './table.ts'

/**
 * Explains an errcode and what to do about it. It includes the table of all codes, about 20 kB compressed: use it in
 * logs, tools and servers rather than in browsers.
 *
 * @param code - `errcode` of a `WeComApiError`, or of one entry of a result.
 * @returns undefined for a code that is not in the table: WeCom adds codes, and has others outside customer contact.
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
