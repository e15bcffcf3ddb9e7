import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertExternalUseridToOpenidParams {
  /**
   * External_userid of a WeChat user. It begins with `wm`. An external_userid of a WeCom user, which begins with `wo`,
   * is not allowed. The userid of a member is not allowed, either.
   */
  external_userid: string
}

export interface ConvertExternalUseridToOpenidResult {
  /** Openid that the WeChat user has in this corp. Payments of the corp need this openid. */
  openid: string
}

export const convertExternalUseridToOpenidEndpoint: Endpoint<
  ConvertExternalUseridToOpenidParams,
  ConvertExternalUseridToOpenidResult
> = defineEndpoint({
  name: 'convertExternalUseridToOpenid',
  method: 'POST',
  path: '/cgi-bin/externalcontact/convert_to_openid',
  effect: 'read',
  docs: 92323,
  params: wireObject<ConvertExternalUseridToOpenidParams>({
    external_userid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<ConvertExternalUseridToOpenidResult>({
    openid: v.string(),
  }),
})

/**
 * 外部联系人openid转换 — converts the external_userid of a WeChat user to the openid that payments of the corp need.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertExternalUseridToOpenidParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the openid.
 * @throws {WeComApiError} `40096`: this id was issued to another corp or provider, or no member in the app's visible
 *   range has this contact.
 *   `41056`: the contact is not a WeChat user.
 * @see https://developer.work.weixin.qq.com/document/path/92323
 *
 * @example
 * const { openid } = await convertExternalUseridToOpenid(client, { external_userid: 'wm1' })
 */
export function convertExternalUseridToOpenid(
  client: Client,
  params: ConvertExternalUseridToOpenidParams,
  options?: RequestOptions,
): Promise<ConvertExternalUseridToOpenidResult> {
  return client.request(convertExternalUseridToOpenidEndpoint, params, options)
}
