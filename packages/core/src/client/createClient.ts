import { isHeader } from '../request/checkHeaders.ts'
import { request } from '../request/request.ts'
import { fetchTransport } from '../transport/fetchTransport.ts'
import { version } from '../version.ts'
import { checkConfig } from './checkConfig.ts'
import { readBaseUrl } from './readBaseUrl.ts'
import type { Client, ClientConfig } from './types.ts'

/**
 * Creates a client. A new client opens no connection and costs little, so you may create one client per corp.
 *
 * By default, the client sends requests with the global function `fetch`. Pass the option `fetch` or `transport` to
 * send them in another way.
 *
 * @throws {TypeError} an option is invalid. The message names the option.
 * @throws {RangeError} a number in the options is not allowed. The message names the option.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }) })
 */
export function createClient(config: ClientConfig): Client {
  // The fields of a prototype would get lost below, so they count as missing here as well.
  if (typeof { ...config }.token?.get !== 'function') {
    throw new TypeError('createClient: token must be a token source, e.g. corpToken({ corpId, secret })')
  }
  checkConfig(config)
  const { limit = 3, minDelay = 500, maxDelay = 30_000 } = config.retry === false ? { limit: 0 } : (config.retry ?? {})
  const {
    baseUrl = 'https://qyapi.weixin.qq.com',
    // Longer than the 10 s that `fetch` of Node waits for a connection. Its error shows that nothing was sent.
    timeout = 12_000,
    maxResponseBytes = 20 * 1024 * 1024,
    userAgent = '',
  } = config
  if (!isHeader('user-agent', userAgent)) {
    throw new TypeError('createClient: userAgent must be Latin-1')
  }
  if (config.transport && config.fetch) {
    throw new TypeError('createClient: set either fetch or transport')
  }
  const context = {
    ...config,
    transport: config.transport ?? fetchTransport(config.fetch),
    baseUrl: readBaseUrl(baseUrl),
    timeout,
    maxResponseBytes,
    retry: { limit, minDelay, maxDelay },
    userAgent: `wecom-sdk/${version} ${userAgent}`.trimEnd(),
  }
  return {
    request: (endpoint, params, options) => request(context, endpoint, params, options),
  }
}
