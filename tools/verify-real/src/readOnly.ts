import { type CatalogueEndpoint, tokenKind } from '@wecom-tools/catalogue'
import type { Client } from '@wecom/core'

/** Whether a call reads, and takes the token of a corp. */
export function isCorpRead(entry: CatalogueEndpoint): boolean {
  return entry.effect === 'read' && tokenKind(entry) === 'corp'
}

/**
 * Returns a client that sends read calls only. The catalogue decides, not the endpoint alone: an endpoint
 * that calls itself a read is refused if the catalogue knows its path as something else, or not at all.
 *
 * @throws TypeError, by `request`: the call is not a read. Nothing was sent.
 */
export function readOnly(client: Client, catalogue: readonly CatalogueEndpoint[]): Client {
  const reads = new Set(catalogue.filter(isCorpRead).map(({ method, path }) => `${method} ${path}`))
  return {
    request: async (endpoint, params, options) => {
      if (endpoint.effect !== 'read' || !reads.has(`${endpoint.method} ${endpoint.path}`)) {
        throw new TypeError(`${endpoint.name} is not a read call in the catalogue; nothing was sent`)
      }
      return client.request(endpoint, params, options)
    },
  }
}
