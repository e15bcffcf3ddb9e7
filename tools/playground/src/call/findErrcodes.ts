/**
 * Returns the errcodes in a result and in its entries, without 0 and without duplicates. If WeCom refuses some entries
 * of a call that succeeds, each of these entries has its own errcode.
 */
export function findErrcodes(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'errcode' in value && typeof value.errcode === 'number' && value.errcode !== 0 ? [value.errcode] : []
  return [...new Set([...own, ...Object.values(value).flatMap(findErrcodes)])]
}
