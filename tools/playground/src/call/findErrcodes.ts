/** Errcodes other than 0 beside the entries of a result: WeCom refuses parts of a call inside a success. Each once. */
export function findErrcodes(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'errcode' in value && typeof value.errcode === 'number' && value.errcode !== 0 ? [value.errcode] : []
  return [...new Set([...own, ...Object.values(value).flatMap(findErrcodes)])]
}
