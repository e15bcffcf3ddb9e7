/**
 * Compares two JSON values, and returns the path of the first value in `wanted` that is missing or different in `kept`.
 * Returns undefined if there is none. `kept` may have additional values.
 */
export function findLost(wanted: unknown, kept: unknown, path = ''): string | undefined {
  if (wanted === undefined || wanted === kept) return undefined
  if (!isObject(wanted) || !isObject(kept) || Array.isArray(wanted) !== Array.isArray(kept)) return path
  for (const [name, value] of Object.entries(wanted)) {
    const lost = findLost(
      value,
      kept[name],
      Array.isArray(wanted) ? `${path}[${name}]` : path ? `${path}.${name}` : name,
    )
    if (lost !== undefined) return lost
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
