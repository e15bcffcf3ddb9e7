import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserEntries } from './schemas/wechatUser.ts'

export interface ConvertUnionidToExternalUseridParams extends WechatUser {
  /**
   * Owner of the mini program or official account that the unionid comes from: 0 the corp (default), 1 the service
   * provider (服务商) of the app.
   */
  subject_type?: 0 | 1 | undefined
  /**
   * Ticket from `applyMassCallTicket`. Calls with a valid ticket do not count towards the hourly, daily and monthly
   * quota of this function. WeCom's general rate limits still apply.
   */
  mass_call_ticket?: string | undefined
}

/**
 * Contains `external_userid` if the WeChat user is a customer whom the app can see. Otherwise contains `pending_id`, a
 * temporary id.
 */
export interface ConvertUnionidToExternalUseridResult {
  /**
   * External_userid of the customer. Present only if the customer is visible to the app. This means: the app's visible
   * range contains a member who added the customer, or the owner of a group chat with the customer.
   */
  external_userid?: string | undefined
  /**
   * Temporary id of a person who is not a customer yet. The pending_id is valid for 90 days. WeCom returns it instead
   * of `external_userid`. After the person has become a customer, `convertExternalUseridsToPendingIds` returns the same
   * pending_id.
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
 * unionid转换为第三方external_userid — converts the unionid of a WeChat user. For a customer, it returns the external_userid.
 * For any other person, it returns a pending_id, which is a temporary id. Third-party and provider-developed apps
 * (代开发应用) may call this function.
 *
 * For a customer outside the app's visible range, the call also returns a pending_id. For a marketing acquisition app
 * (营销获客), the call returns an external_userid only for customers whom the app brought to the corp.
 *
 * The quota is 100,000 calls an hour, 480,000 a day and 7,500,000 a month. If `subject_type` is 0 (the corp owns the
 * mini program), all providers of the corp share the quota. If `subject_type` is 1 (the provider owns it), each
 * provider has a quota of its own.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertUnionidToExternalUseridParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the external_userid or a pending_id.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together.
 *   `610015`: the mini program's open-platform account is not verified. `610016`: the corp is not verified.
 *   `610017`, `845002`, `845003`: the mini program or official account does not belong to the owner in `subject_type`.
 *   `45009`: the quota of calls is used up.
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
