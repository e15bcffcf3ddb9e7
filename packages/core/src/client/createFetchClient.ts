import { fetchTransport } from '../transport/fetchTransport.ts'
import { buildClient } from './buildClient.ts'
import type { Client, ClientConfig } from './types.ts'

/**
 * Makes a client over the platform's `fetch` alone, without ky: the same client in less than half the bytes,
 * for browser bundles and busy servers.
 *
 * @example
 * import { createClient } from '@wecom/core/fetch'
 *
 * const client = createClient({ token: proxied(), baseUrl: '/wecom' })
 */
export function createFetchClient(config: ClientConfig): Client {
  return buildClient(fetchTransport, config)
}
