import type { CatalogueEndpoint } from '@wecom-tools/catalogue'
import type { AnyEndpoint } from '@wecom/core'
import type { Call } from './PackageCalls.ts'

/**
 * Returns the calls of the catalogue. Each entry shows whether the package exports the call, and whether the fake corp
 * answers it.
 *
 * @param exports - the exports of the package, by name.
 * @param served - the names of the endpoints that the fake corp answers.
 */
export function toCalls(
  entries: readonly CatalogueEndpoint[],
  exports: Readonly<Record<string, unknown>>,
  served: ReadonlySet<string>,
): Call[] {
  return entries.map((entry) => {
    const endpoint = exports[`${entry.fn}Endpoint`] as AnyEndpoint | undefined
    return {
      entry,
      docs: endpoint?.docs ?? entry.docs[0],
      written: endpoint !== undefined,
      served: served.has(entry.fn),
    }
  })
}
