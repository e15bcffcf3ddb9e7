import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { NoParams } from '../endpoint/NoParams.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface ListApiDomainIpsParams extends NoParams {}

export interface ListApiDomainIpsResult {
  /** IP addresses of the API, or ranges of addresses. */
  ip_list: string[]
}

export const listApiDomainIpsEndpoint: Endpoint<ListApiDomainIpsParams, ListApiDomainIpsResult> = defineEndpoint({
  name: 'listApiDomainIps',
  method: 'GET',
  path: '/cgi-bin/get_api_domain_ip',
  effect: 'read',
  docs: 92520,
  params: wireObject<ListApiDomainIpsParams>({}),
  result: wireObject<ListApiDomainIpsResult>({
    ip_list: v.array(v.string()),
  }),
})

/**
 * 获取企业微信接口IP段 — lists the IP addresses of `qyapi.weixin.qq.com`. Your firewall must let requests to these addresses
 * pass. Call this function once a day, because the addresses change. After a change, WeCom uses old and new addresses
 * side by side for a while.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns all addresses at once.
 * @see https://developer.work.weixin.qq.com/document/path/92520
 *
 * @example
 * const { ip_list } = await listApiDomainIps(client)
 */
export function listApiDomainIps(
  client: Client,
  params: ListApiDomainIpsParams = {},
  options?: RequestOptions,
): Promise<ListApiDomainIpsResult> {
  return client.request(listApiDomainIpsEndpoint, params, options)
}
