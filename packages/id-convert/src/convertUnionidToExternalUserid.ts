import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserEntries } from './schemas/wechatUser.ts'

export interface ConvertUnionidToExternalUseridParams extends WechatUser {
  /** Owner of the mini program or official account: 0 the corp (default), 1 the provider. */
  subject_type?: 0 | 1 | undefined
  /** Ticket that lifts the quota of this call, but not the rate limits, from `applyMassCallTicket`. */
  mass_call_ticket?: string | undefined
}

/** The id of a WeChat user. Either `external_userid` or `pending_id` is present. */
export interface ConvertUnionidToExternalUseridResult {
  /**
   * External_userid of the customer. Present if a member who added the customer, or the owner of a group chat with
   * them, is in the app's visible range.
   */
  external_userid?: string | undefined
  /**
   * Id of the person until they are a customer, valid for 90 days. WeCom returns it instead of `external_userid`.
   * `convertExternalUseridsToPendingIds` returns it again once the person is a customer.
   */
  pending_id?: string | undefined
}

export const convertUnionidToExternalUseridEndpoint: Endpoint<
  ConvertUnionidToExternalUseridParams,
  ConvertUnionidToExternalUseridResult
> = defineEndpoint({
  name: 'convertUnionidToExternalUserid',
  method: 'POST',
  path: '/cgi-bin/idconvert/unionid_to_external_userid',
  effect: 'read',
  docs: 95926,
  params: wireObject<ConvertUnionidToExternalUseridParams>({
    ...wechatUserEntries,
    subject_type: v.optional(v.picklist([0, 1])),
    mass_call_ticket: v.optional(v.string()),
  }),
  result: wireObject<ConvertUnionidToExternalUseridResult>({
    external_userid: v.optional(v.string()),
    pending_id: v.optional(v.string()),
  }),
})

/**
 * unionid转换为第三方external_userid — converts a unionid into a customer's external_userid, or into a pending_id.
 * Third-party and provider-developed apps may call it.
 *
 * A customer outside the app's visible range gets a pending_id too. A marketing acquisition app (营销获客) finds only the
 * customers it brought.
 *
 * The quota is 100,000 calls an hour, 480,000 a day and 7,500,000 a month. If `subject_type` is 0, it applies to each
 * corp, over all its providers. If `subject_type` is 1, it applies to each provider.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertUnionidToExternalUseridParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the customer or a pending_id.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together.
 *   `610015`: the mini program's open-platform account is not verified. `610016`: the corp is not verified.
 *   `610017`, `845002`, `845003`: the account belongs to another subject than `subject_type` says.
 *   `45009`: quota used up.
 * @see https://developer.work.weixin.qq.com/document/path/95926
 *
 * @example
 * const { external_userid, pending_id } = await convertUnionidToExternalUserid(client, {
 *   unionid: 'u1',
 *   openid: 'o1',
 * })
 */
export function convertUnionidToExternalUserid(
  client: Client,
  params: ConvertUnionidToExternalUseridParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToExternalUseridResult> {
  return client.request(convertUnionidToExternalUseridEndpoint, params, options)
}
