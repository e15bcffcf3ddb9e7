import { fetchTransport } from '../transport/fetchTransport.ts'
import { buildClient } from './buildClient.ts'
import type { Client, ClientConfig } from './types.ts'

/**
 * Makes a client: cheap, without connections of its own, fit for one a tenant or one a process.
 *
 * It goes over the platform's `fetch`; `@wecom/core/ky` has the same client over ky, for those who have hooks there.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }) })
 */
export function createClient(config: ClientConfig): Client {
  return buildClient(fetchTransport, config)
}
