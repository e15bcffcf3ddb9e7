import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { NoParams } from '../endpoint/NoParams.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface ListCallbackIpsParams extends NoParams {}

export interface ListCallbackIpsResult {
  /** IPs; the last part may be `*`. */
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
 * 获取企业微信回调IP段 — lists the addresses that callbacks come from, for incoming firewalls. Call it once a day: after a
 * change, old and new IPs are valid side by side for a while.
 *
 * @param client - made by `createClient`.
 * @param params - none: `{}`.
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
