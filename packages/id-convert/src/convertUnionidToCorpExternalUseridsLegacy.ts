import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CorpExternalUserid, corpExternalUseridSchema } from './schemas/corpExternalUserid.ts'
import { type WechatUser, wechatUserEntries } from './schemas/wechatUser.ts'

/**
 * The ids of a WeChat user in a mini program or official account of the service provider (服务商) that makes the call.
 * `corpid` limits the search to one corp.
 */
export interface ConvertUnionidToCorpExternalUseridsLegacyParams extends WechatUser {
  /**
   * Id of the corp to search in. Default: all corps. Required to find people who are only in group chats. A search in
   * one corp is also faster.
   */
  corpid?: string | undefined
}

export interface ConvertUnionidToCorpExternalUseridsLegacyResult {
  external_userid_info: CorpExternalUserid[]
}

export const convertUnionidToCorpExternalUseridsLegacyEndpoint: Endpoint<
  ConvertUnionidToCorpExternalUseridsLegacyParams,
  ConvertUnionidToCorpExternalUseridsLegacyResult
> = defineEndpoint({
  name: 'convertUnionidToCorpExternalUseridsLegacy',
  method: 'POST',
  path: '/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd',
  effect: 'read',
  token: 'suite',
  docs: 95878,
  params: wireObject<ConvertUnionidToCorpExternalUseridsLegacyParams>({
    ...wechatUserEntries,
    corpid: v.optional(v.string()),
  }),
  result: wireObject<ConvertUnionidToCorpExternalUseridsLegacyResult>({
    external_userid_info: v.array(corpExternalUseridSchema),
  }),
})

/**
 * 第三方主体unionid转换为第三方external_userid — searches for a WeChat user of the provider's mini program, in all corps that
 * authorized the provider's third-party app. Third-party apps may call this function, with their suite token.
 *
 * @deprecated The official page has not listed this call since June 2022. Use `convertUnionidToExternalUserid` with
 *   `subject_type: 1`, one corp at a time.
 *
 * WeCom allows 50,000 calls an hour and 240,000 calls a day for each provider, and forbids bulk conversion. If a person
 * is only a contact of the customer service (微信客服), the call finds the person only within 48 hours after a session with
 * the customer service.
 *
 * @param client - made by `createClient`, with a source of suite tokens.
 * @param params - {@link ConvertUnionidToCorpExternalUseridsLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns for each corp that has this person as a customer, the external_userid of the person.
 * @throws {WeComApiError} `610014`: invalid unionid. `45009`: the quota of calls is used up.
 * @see https://developer.work.weixin.qq.com/document/path/95878
 *
 * @example
 * const { external_userid_info } = await convertUnionidToCorpExternalUseridsLegacy(client, { unionid: 'u1', openid: 'o1' })
 */
export function convertUnionidToCorpExternalUseridsLegacy(
  client: Client,
  params: ConvertUnionidToCorpExternalUseridsLegacyParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToCorpExternalUseridsLegacyResult> {
  return client.request(convertUnionidToCorpExternalUseridsLegacyEndpoint, params, options)
}
