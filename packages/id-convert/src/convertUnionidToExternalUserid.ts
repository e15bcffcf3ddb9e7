import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserEntries } from './schemas/wechatUser.ts'

export interface ConvertUnionidToExternalUseridParams extends WechatUser {
  /** Whose mini program or official account it is: 0 the corp's (default), 1 the provider's. */
  subject_type?: 0 | 1 | undefined
  /** From `applyMassCallTicket`: lifts the quota of this call, but not the limits on frequency. */
  mass_call_ticket?: string | undefined
}

/** One of the two is filled. */
export interface ConvertUnionidToExternalUseridResult {
  /** The customer, where a member who added them or the owner of their group is in the app's scope. */
  external_userid?: string | undefined
  /**
   * In place of `external_userid`: valid for 90 days, and good for nothing but being recognised in the result of
   * `convertExternalUseridsToPendingIds` once the person is a customer.
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
 * unionid转换为第三方external_userid — finds the customer behind a WeChat user, or gives a pending_id to one who is none yet.
 * For third-party and provider-developed apps.
 *
 * A customer outside the app's scope gets a pending_id, too. A marketing acquisition app (营销获客) finds only
 * the customers it brought.
 *
 * 100,000 calls an hour, 480,000 a day, 7,500,000 a month: for each corp where `subject_type` is 0, all its providers
 * together; for each provider where it is 1.
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
