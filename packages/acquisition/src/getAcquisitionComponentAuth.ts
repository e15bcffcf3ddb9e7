import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionComponentAuthParams extends NoParams {}

export interface GetAcquisitionComponentAuthResult {
  /** Who pays for customers: 0 the corp, 1 the service provider. */
  pay_mode: 0 | 1 | (number & {})
  /** What the provider pays for a unit, in fen (0.01 yuan); only where `pay_mode` is 1. */
  price?: number | undefined
  /** Which links the component gets: 0 those that the corp picks, 1 all that the linked apps make. */
  link_auth_mode: 0 | 1 | (number & {})
  /** The linked apps; only where `link_auth_mode` is 1. */
  auth_apps?: AcquisitionComponentApp[] | undefined
}

/** An app that is linked to the acquisition component. */
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
 * 获取组件授权信息 — tells how a corp authorised the acquisition component (获客助手组件): who pays, and for which links.
 * For that component of a service provider only, with the access token of the corp.
 *
 * @param client - made by `createClient`.
 * @param params - none: `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the terms of the authorisation.
 * @throws {WeComApiError} `48002`: the caller is no such component.
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
