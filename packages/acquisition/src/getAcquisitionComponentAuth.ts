import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionComponentAuthParams extends NoParams {}

export interface GetAcquisitionComponentAuthResult {
  /**
   * Party that pays WeCom for the customers who add members through acquisition links: 0 the corp, 1 the service
   * provider.
   */
  pay_mode: 0 | 1 | (number & {})
  /**
   * Price that the service provider pays for one quota unit (使用量) of acquisition links, in fen (1/100 yuan). Present
   * only if `pay_mode` is 1 (the service provider pays).
   */
  price?: number | undefined
  /**
   * Links that the acquisition component (获客助手组件) may use: 0 the links that the corp selects, 1 all links of the apps
   * in `auth_apps`.
   */
  link_auth_mode: 0 | 1 | (number & {})
  /**
   * Apps of the corp. The acquisition component (获客助手组件) may use all acquisition links of these apps. Present only if
   * `link_auth_mode` is 1.
   */
  auth_apps?: AcquisitionComponentApp[] | undefined
}

/** An app of the corp. The acquisition component (获客助手组件) may use all acquisition links of this app. */
export interface AcquisitionComponentApp {
  agentid: number
}

export const getAcquisitionComponentAuthEndpoint: Endpoint<
  GetAcquisitionComponentAuthParams,
  GetAcquisitionComponentAuthResult
> = defineEndpoint({
  name: 'getAcquisitionComponentAuth',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_acquisition/get_comp_auth_info',
  effect: 'read',
  docs: 99610,
  params: wireObject<GetAcquisitionComponentAuthParams>({}),
  result: wireObject<GetAcquisitionComponentAuthResult>({
    pay_mode: v.number(),
    price: v.optional(v.number()),
    link_auth_mode: v.number(),
    auth_apps: v.optional(v.array(wireObject<AcquisitionComponentApp>({ agentid: v.number() }))),
  }),
})

/**
 * 获取组件授权信息 — reads how a corp authorized the acquisition component (获客助手组件) of a service provider: who pays for the
 * customers, and which links the component may use. Only the component may make this call, with the access token of the
 * corp.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the terms of the authorization.
 * @throws {WeComApiError} `48002`: the caller is not an acquisition component.
 * @see https://developer.work.weixin.qq.com/document/path/99610
 *
 * @example
 * const { pay_mode, price } = await getAcquisitionComponentAuth(client)
 */
export function getAcquisitionComponentAuth(
  client: Client,
  params: GetAcquisitionComponentAuthParams = {},
  options?: RequestOptions,
): Promise<GetAcquisitionComponentAuthResult> {
  return client.request(getAcquisitionComponentAuthEndpoint, params, options)
}
