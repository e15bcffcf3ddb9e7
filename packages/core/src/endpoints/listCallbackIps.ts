import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { NoParams } from '../endpoint/NoParams.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface ListCallbackIpsParams extends NoParams {}

export interface ListCallbackIpsResult {
  /** IP addresses from which WeCom sends callbacks. The last part of an address may be `*`. */
  ip_list: string[]
}

export const listCallbackIpsEndpoint: Endpoint<ListCallbackIpsParams, ListCallbackIpsResult> = defineEndpoint({
  name: 'listCallbackIps',
  method: 'GET',
  path: '/cgi-bin/getcallbackip',
  effect: 'read',
  docs: 90930,
  errcode: 'optional',
  params: wireObject<ListCallbackIpsParams>({}),
  result: wireObject<ListCallbackIpsResult>({
    ip_list: v.array(v.string()),
  }),
})

/**
 * 获取企业微信回调IP段 — lists the IP addresses from which WeCom sends callbacks. Your firewall must accept requests from these
 * addresses. Call this function once a day, because the addresses change. After a change, WeCom uses old and new
 * addresses side by side for a while.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns all addresses at once.
 * @see https://developer.work.weixin.qq.com/document/path/90930
 *
 * @example
 * const { ip_list } = await listCallbackIps(client)
 */
export function listCallbackIps(
  client: Client,
  params: ListCallbackIpsParams = {},
  options?: RequestOptions,
): Promise<ListCallbackIpsResult> {
  return client.request(listCallbackIpsEndpoint, params, options)
}
