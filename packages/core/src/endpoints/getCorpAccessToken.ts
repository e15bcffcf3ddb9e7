import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetCorpAccessTokenParams {
  /** Id of the corp that authorized the app. */
  auth_corpid: string
  /** Permanent code of the corp `auth_corpid`, from `getPermanentCode`. */
  permanent_code: string
}

export interface GetCorpAccessTokenResult {
  /** Token of the app in this corp, up to 512 bytes. Use it like the token of a self-built app. */
  access_token: string
  /** Time until the token expires, in seconds. Normally 7200. */
  expires_in: number
}

export const getCorpAccessTokenEndpoint: Endpoint<GetCorpAccessTokenParams, GetCorpAccessTokenResult> = defineEndpoint({
  name: 'getCorpAccessToken',
  method: 'POST',
  path: '/cgi-bin/service/get_corp_token',
  effect: 'read',
  token: 'suite',
  docs: 90605,
  errcode: 'optional',
  params: wireObject<GetCorpAccessTokenParams>({
    auth_corpid: v.pipe(v.string(), v.nonEmpty()),
    permanent_code: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetCorpAccessTokenResult>({
    access_token: v.pipe(v.string(), v.nonEmpty()),
    expires_in: v.number(),
  }),
})

/**
 * 获取企业凭证 — exchanges a permanent code for the token of a third-party app in one corp. `authorizedCorpToken` calls this
 * function for you. A provider-developed app (代开发应用) uses `getAccessToken` instead.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetCorpAccessTokenParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the token and its lifetime in seconds.
 * @throws {WeComApiError} `40084`: the permanent code is wrong. `40084` or `48004`: the corp withdrew its
 *   authorization. WeCom does not document which of the two it then returns.
 * @see https://developer.work.weixin.qq.com/document/path/90605
 *
 * @example
 * // `getPermanentCode` returned `permanent_code` when the corp authorized the app.
 * const { access_token } = await getCorpAccessToken(client, { auth_corpid: 'ww1', permanent_code })
 */
export function getCorpAccessToken(
  client: Client,
  params: GetCorpAccessTokenParams,
  options?: RequestOptions,
): Promise<GetCorpAccessTokenResult> {
  return client.request(getCorpAccessTokenEndpoint, params, options)
}
