/** The fields of a query, or some of them; of one that is given twice, the first counts. None is called `__proto__`. */
export function queryFields(
  query: URLSearchParams,
  isWanted = (_name: string): boolean => true,
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of query) {
    if (isWanted(name) && !Object.hasOwn(fields, name)) fields[name] = value
  }
  return fields
}
