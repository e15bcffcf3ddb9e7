import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type WechatUser, wechatUserSchema } from './schemas/wechatUser.ts'

/** The unionid and the openid of a WeChat user. Both must come from the same mini program of the corp. */
export interface ConvertUnionidToExternalUseridLegacyParams extends WechatUser {}

export interface ConvertUnionidToExternalUseridLegacyResult {
  external_userid: string
}

export const convertUnionidToExternalUseridLegacyEndpoint: Endpoint<
  ConvertUnionidToExternalUseridLegacyParams,
  ConvertUnionidToExternalUseridLegacyResult
> = defineEndpoint({
  name: 'convertUnionidToExternalUseridLegacy',
  method: 'POST',
  path: '/cgi-bin/externalcontact/unionid_to_external_userid',
  effect: 'read',
  docs: 93274,
  params: wechatUserSchema,
  result: wireObject<ConvertUnionidToExternalUseridLegacyResult>({
    external_userid: v.string(),
  }),
})

/**
 * 企业主体unionid转换为第三方external_userid — converts the unionid of a customer to the customer's external_userid. The unionid
 * must come from the corp's own mini program. Third-party and provider-developed apps (代开发应用) may call this function.
 *
 * @deprecated WeCom's navigation has not listed this call since June 2022. Use `convertUnionidToExternalUserid`, which
 *   also returns an id for people who are not customers yet.
 *
 * WeCom allows 50,000 calls an hour and 240,000 calls a day for each provider. WeCom forbids bulk conversion, so make
 * this call only when the person uses your program.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertUnionidToExternalUseridLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the external_userid of the customer.
 * @throws {WeComApiError} `610014`: invalid unionid. `610018`: unionid and openid do not belong together. `610017`: the
 *   mini program does not belong to the corp's legal entity. `610016`: the corp is not verified. `40096`: no member in
 *   the app's visible range has this customer.
 * @see https://developer.work.weixin.qq.com/document/path/93274
 *
 * @example
 * const { external_userid } = await convertUnionidToExternalUseridLegacy(client, { unionid: 'u1', openid: 'o1' })
 */
export function convertUnionidToExternalUseridLegacy(
  client: Client,
  params: ConvertUnionidToExternalUseridLegacyParams,
  options?: RequestOptions,
): Promise<ConvertUnionidToExternalUseridLegacyResult> {
  return client.request(convertUnionidToExternalUseridLegacyEndpoint, params, options)
}
