import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserSchema } from './schemas/wechatUser.ts'

export interface ConvertUnionidToCorpGroupPendingIdParams extends WechatUser {}

export interface ConvertUnionidToCorpGroupPendingIdResult {
  /**
   * Temporary id of a person who is not a customer yet. The id is valid for 90 days, and only for the app that made
   * this call. After the person has become a customer, `convertCorpGroupExternalUseridsToPendingIds` returns the same
   * pending_id.
   */
  pending_id: string
}

export const convertUnionidToCorpGroupPendingIdEndpoint: Endpoint<
  ConvertUnionidToCorpGroupPendingIdParams,
  ConvertUnionidToCorpGroupPendingIdResult
> = defineEndpoint({
  name: 'convertUnionidToCorpGroupPendingId',
  method: 'POST',
  path: '/cgi-bin/corpgroup/unionid_to_pending_id',
  effect: 'read',
  docs: 97357,
  params: wechatUserSchema,
  result: wireObject<ConvertUnionidToCorpGroupPendingIdResult>({
    pending_id: v.string(),
  }),
})

/**
 * unionid查询pending_id — returns a pending_id for a WeChat user who is not yet a customer of the upstream corp or its
 * downstream corps (上下游). A pending_id is a temporary id. An app that an upstream corp shares with its downstream corps
 * may call this function.
 *
 * The quota is 100,000 calls an hour, 480,000 a day and 7,500,000 a month for each upstream corp.
 *
 * @param client - made by `createClient`, with the upstream corp's token.
 * @param params - {@link ConvertUnionidToCorpGroupPendingIdParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the pending_id.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together.
 *   `610015`: the mini program's open-platform account is not verified. `610016`: the corp is not verified.
 *   `610017`: the mini program does not belong to the corp's legal entity. `45009`: the quota of calls is used up.
 * @see https://developer.work.weixin.qq.com/document/path/97357
 *
 * @example
 * const { pending_id } = await convertUnionidToCorpGroupPendingId(client, { unionid: 'u1', openid: 'o1' })
 */
export function convertUnionidToCorpGroupPendingId(
  client: Client,
  params: ConvertUnionidToCorpGroupPendingIdParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToCorpGroupPendingIdResult> {
  return client.request(convertUnionidToCorpGroupPendingIdEndpoint, params, options)
}
