import { type KyInstance, kyTransport } from '../transport/kyTransport.ts'
import { buildClient } from './buildClient.ts'
import type { Client, ClientConfig } from './types.ts'

export interface KyClientConfig extends ClientConfig {
  /**
   * An instance of your own, for its hooks and headers. Its retries, timeouts, errors and `fetch` are not used: this
   * library's know what a call does. Hooks see whole URLs, the token among them. Default: ky as it is.
   */
  readonly ky?: KyInstance | undefined
}

/**
 * Makes a client over ky: the same client as that of `@wecom/core`, for programs that have their tracing, logging or
 * headers in hooks of ky.
 *
 * @example
 * import { createClient } from '@wecom/core/ky'
 *
 * const traced = ky.extend({ hooks: { beforeRequest: [({ request }) => request.headers.set('traceparent', currentTrace())] } })
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }), ky: traced })
 */
export function createKyClient({ ky, ...config }: KyClientConfig): Client {
  return buildClient(kyTransport(ky), config)
}
