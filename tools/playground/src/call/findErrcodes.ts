/**
 * Returns the errcodes in the entries of a result, each once and without 0. WeCom may refuse some entries of a call
 * that succeeds.
 */
export function findErrcodes(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'errcode' in value && typeof value.errcode === 'number' && value.errcode !== 0 ? [value.errcode] : []
  return [...new Set([...own, ...Object.values(value).flatMap(findErrcodes)])]
}
