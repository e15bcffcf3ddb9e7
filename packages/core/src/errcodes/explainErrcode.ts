import type { ErrcodeExplanation } from './ErrcodeExplanation.ts'
import { errcodeUrl } from './errcodeUrl.ts'
import { table } from './table.ts'

/**
 * Returns the meaning of an errcode and the remedy, which is advice on what to do. This function adds its table of
 * errcodes to a bundle, about 20 kB compressed. Use it in logs, tools and servers rather than in browsers.
 *
 * @param code - `errcode` of a `WeComApiError`, or of one failed entry in a result.
 * @returns the explanation, or undefined if the table lacks the errcode. The table contains errcodes that calls of
 *   customer contact may return, not all errcodes of WeCom.
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
