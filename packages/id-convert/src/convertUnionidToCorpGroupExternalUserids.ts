import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CorpExternalUserid, corpExternalUseridSchema } from './schemas/corpExternalUserid.ts'
import { type WechatUser, wechatUserEntries } from './schemas/wechatUser.ts'

export interface ConvertUnionidToCorpGroupExternalUseridsParams extends WechatUser {
  /** Id of the downstream corp to search in. Default: all downstream corps. */
  corpid?: string | undefined
  /**
   * Ticket from `applyMassCallTicket`. Calls with a valid ticket do not count towards the hourly, daily and monthly
   * quota of this function.
   */
  mass_call_ticket?: string | undefined
}

export interface ConvertUnionidToCorpGroupExternalUseridsResult {
  external_userid_info: CorpExternalUserid[]
}

export const convertUnionidToCorpGroupExternalUseridsEndpoint: Endpoint<
  ConvertUnionidToCorpGroupExternalUseridsParams,
  ConvertUnionidToCorpGroupExternalUseridsResult
> = defineEndpoint({
  name: 'convertUnionidToCorpGroupExternalUserids',
  method: 'POST',
  path: '/cgi-bin/corpgroup/unionid_to_external_userid',
  effect: 'read',
  docs: 95818,
  params: wireObject<ConvertUnionidToCorpGroupExternalUseridsParams>({
    ...wechatUserEntries,
    corpid: v.optional(v.string()),
    mass_call_ticket: v.optional(v.string()),
  }),
  result: wireObject<ConvertUnionidToCorpGroupExternalUseridsResult>({
    external_userid_info: v.array(corpExternalUseridSchema),
  }),
})

/**
 * 通过unionid和openid查询external_userid — searches for a WeChat user among the customers of the downstream corps (上下游). An
 * app that an upstream corp shares with these corps may call this function. For people who are not customers yet, use
 * `convertUnionidToCorpGroupPendingId`.
 *
 * The quota is 100,000 calls an hour, 480,000 a day and 7,500,000 a month.
 *
 * @param client - made by `createClient`, with the upstream corp's token.
 * @param params - {@link ConvertUnionidToCorpGroupExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns for each corp that has this person as a customer, the external_userid of the person.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together.
 *   `610015`: the mini program's open-platform account is not verified. `610016`: the corp is not verified.
 *   `610017`: the mini program does not belong to the corp's legal entity. `45009`: the quota of calls is used up.
 * @see https://developer.work.weixin.qq.com/document/path/95818
 *
 * @example
 * const { external_userid_info } = await convertUnionidToCorpGroupExternalUserids(client, {
 *   unionid: 'u1',
 *   openid: 'o1',
 * })
 */
export function convertUnionidToCorpGroupExternalUserids(
  client: Client,
  params: ConvertUnionidToCorpGroupExternalUseridsParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToCorpGroupExternalUseridsResult> {
  return client.request(convertUnionidToCorpGroupExternalUseridsEndpoint, params, options)
}
