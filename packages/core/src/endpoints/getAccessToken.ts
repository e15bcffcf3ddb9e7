import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetAccessTokenParams {
  /** Id of the corp (企业ID), from the admin console: 我的企业. */
  corpid: string
  /** Secret of one app of the corp. The token works for this app only. */
  corpsecret: string
}

export interface GetAccessTokenResult {
  /** Token of the app, up to 512 bytes. */
  access_token: string
  /** Time until the token expires, in seconds. Normally 7200. */
  expires_in: number
}

export const getAccessTokenEndpoint: Endpoint<GetAccessTokenParams, GetAccessTokenResult> = defineEndpoint({
  name: 'getAccessToken',
  method: 'GET',
  path: '/cgi-bin/gettoken',
  effect: 'read',
  token: 'none',
  docs: 91039,
  params: wireObject<GetAccessTokenParams>({
    corpid: v.pipe(v.string(), v.nonEmpty()),
    corpsecret: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetAccessTokenResult>({
    access_token: v.pipe(v.string(), v.nonEmpty()),
    expires_in: v.number(),
  }),
})

/**
 * 获取access_token — exchanges the corp id and the secret of an app for the app's token. The app's other calls need
 * this token. `corpToken` calls this function for you, so call it only if you manage tokens yourself.
 *
 * WeCom returns the same token until it expires. If you send several wrong secrets, WeCom blocks your IP for an hour.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetAccessTokenParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the token and its lifetime in seconds.
 * @throws {WeComApiError} `40001`: wrong secret. `40013`: unknown corp id. `45009`: too many requests, blocked for a
 * while. `60020`: IP not trusted.
 * @see https://developer.work.weixin.qq.com/document/path/91039
 *
 * @example
 * const { access_token, expires_in } = await getAccessToken(client, { corpid: 'ww1', corpsecret: secret })
 */
export function getAccessToken(
  client: Client,
  params: GetAccessTokenParams,
  options?: RequestOptions,
): Promise<GetAccessTokenResult> {
  return client.request(getAccessTokenEndpoint, params, options)
}
