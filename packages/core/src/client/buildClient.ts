import { isHeaderValue } from '../request/checkHeaders.ts'
import { request } from '../request/request.ts'
import type { Transport } from '../transport/Transport.ts'
import { version } from '../version.ts'
import type { Client, ClientConfig } from './types.ts'

/** Makes a client over a transport. */
export function buildClient(transport: Transport, config: ClientConfig): Client {
  const { limit = 3, minDelay = 500, maxDelay = 30_000 } = config.retry === false ? { limit: 0 } : (config.retry ?? {})
  const { baseUrl = 'https://qyapi.weixin.qq.com' } = config
  if (!/^(https?:\/)?\//i.test(baseUrl)) {
    throw new TypeError(`createClient: baseUrl must start with https:// (in a browser / will do), got "${baseUrl}"`)
  }
  if (config.userAgent && !isHeaderValue(config.userAgent)) {
    throw new TypeError(`createClient: userAgent can only be of Latin characters, got "${config.userAgent}"`)
  }
  const context = {
    ...config,
    transport,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    timeout: config.timeout ?? 10_000,
    retry: { limit, minDelay, maxDelay },
    userAgent: `wecom-sdk/${version}${config.userAgent ? ` ${config.userAgent}` : ''}`,
  }
  return {
    request: (endpoint, params, options) => request(context, endpoint, params, options),
  }
}
