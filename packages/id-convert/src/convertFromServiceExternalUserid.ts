import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertFromServiceExternalUseridParams {
  /** The external_userid that the app with the agentid `source_agentid` received for the customer. */
  external_userid: string
  /** Agentid of the third-party or provider-developed app (代开发应用) that received the external_userid. */
  source_agentid: number
}

export interface ConvertFromServiceExternalUseridResult {
  /** The external_userid that the corp's self-built apps receive for the customer. */
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
 * 自建应用与第三方应用的对接 - external_userid转换 — converts an external_userid that a provider's app received. Returns the
 * external_userid that the corp's self-built apps receive for the same customer. Self-built apps may call this
 * function.
 *
 * The visible range of both apps must contain a member who added the customer, or the owner of a group chat with the
 * customer.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertFromServiceExternalUseridParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted id. Its field is called `external_userid`, like the parameter.
 * @throws {WeComApiError} `40096`: the app `source_agentid` has not received this id, or no member in the visible range
 *   of both apps has this customer.
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
