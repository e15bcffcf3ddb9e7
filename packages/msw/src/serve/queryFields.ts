/** The fields of a query; of one that is given twice, the first counts. */
export function queryFields(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].toReversed())
}
