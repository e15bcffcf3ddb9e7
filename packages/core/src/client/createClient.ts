import { kyTransport } from '../transport/kyTransport.ts'
import { buildClient } from './buildClient.ts'
import type { Client, ClientConfig } from './types.ts'

/**
 * Makes a client: cheap, without connections of its own, fit for one a tenant or one a process.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }) })
 */
export function createClient(config: ClientConfig): Client {
  return buildClient(kyTransport, config)
}
