import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertFromServiceExternalUseridParams {
  /** External_userid of the customer in the app `source_agentid`. */
  external_userid: string
  /** Agentid of the provider-developed or third-party app that the id comes from. */
  source_agentid: number
}

export interface ConvertFromServiceExternalUseridResult {
  /** External_userid of the same customer in the corp's own apps. */
  external_userid: string
}

export const convertFromServiceExternalUseridEndpoint: Endpoint<
  ConvertFromServiceExternalUseridParams,
  ConvertFromServiceExternalUseridResult
> = defineEndpoint({
  name: 'convertFromServiceExternalUserid',
  method: 'POST',
  path: '/cgi-bin/externalcontact/from_service_external_userid',
  effect: 'read',
  docs: 95884,
  params: wireObject<ConvertFromServiceExternalUseridParams>({
    external_userid: v.pipe(v.string(), v.nonEmpty()),
    source_agentid: v.pipe(v.number(), v.integer()),
  }),
  result: wireObject<ConvertFromServiceExternalUseridResult>({
    external_userid: v.string(),
  }),
})

/**
 * 自建应用与第三方应用的对接 - external_userid转换 — converts an external_userid of a provider's app into the corp's. Self-built apps
 * may call it.
 *
 * A member who added the customer, or the owner of a group chat with them, must be in the visible range of both apps.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertFromServiceExternalUseridParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted id, in a field of the same name.
 * @throws {WeComApiError} `40096`: the id is not from that app, or no member in both visible ranges has this customer.
 *   `40056`: invalid agentid.
 * @see https://developer.work.weixin.qq.com/document/path/95884
 *
 * @example
 * const { external_userid } = await convertFromServiceExternalUserid(client, {
 *   external_userid: 'wm1',
 *   source_agentid: 1000002,
 * })
 */
export function convertFromServiceExternalUserid(
  client: Client,
  params: ConvertFromServiceExternalUseridParams,
  options?: RequestOptions,
): Promise<ConvertFromServiceExternalUseridResult> {
  return client.request(convertFromServiceExternalUseridEndpoint, params, options)
}
