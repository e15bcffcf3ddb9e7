/**
 * Finds the errcodes other than 0 in the entries of a result, each once: WeCom may refuse parts of a successful call.
 */
export function findErrcodes(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'errcode' in value && typeof value.errcode === 'number' && value.errcode !== 0 ? [value.errcode] : []
  return [...new Set([...own, ...Object.values(value).flatMap(findErrcodes)])]
}
