import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface SetSessionInfoParams {
  /** Pre-authorization code from `getPreAuthCode`. The settings apply to the authorization that uses this code. */
  pre_auth_code: string
  session_info: AuthorizationSession
}

/** The apps of an authorization that a corp has not confirmed yet, and whether the authorization is a test. */
export interface AuthorizationSession {
  /**
   * Only for an old suite with several apps: numbers of the apps that the corp may authorize. If omitted or empty, the
   * corp may authorize all apps of the suite.
   */
  appid?: number[] | undefined
  /** Type of the authorization: 0 real, 1 test. Default 0. For a published app, only 0 is allowed. */
  auth_type?: 0 | 1 | undefined
}

export interface SetSessionInfoResult {}

export const setSessionInfoEndpoint: Endpoint<SetSessionInfoParams, SetSessionInfoResult> = defineEndpoint({
  name: 'setSessionInfo',
  method: 'POST',
  path: '/cgi-bin/service/set_session_info',
  effect: 'write',
  token: 'suite',
  docs: 90602,
  params: wireObject<SetSessionInfoParams>({
    pre_auth_code: v.pipe(v.string(), v.nonEmpty()),
    session_info: wireObject<AuthorizationSession>({
      appid: v.optional(v.array(v.pipe(v.number(), v.integer()))),
      auth_type: v.optional(v.picklist([0, 1])),
    }),
  }),
  result: wireObject<SetSessionInfoResult>({}),
})

/**
 * 设置授权配置 — configures one authorization before the corp confirms it. For instance, `auth_type: 1` marks the
 * authorization as a test.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link SetSessionInfoParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40077`: unknown pre_auth_code. `42007`: the code has expired.
 * @see https://developer.work.weixin.qq.com/document/path/90602
 *
 * @example
 * const { pre_auth_code } = await getPreAuthCode(client)
 * await setSessionInfo(client, { pre_auth_code, session_info: { auth_type: 1 } })
 */
export function setSessionInfo(
  client: Client,
  params: SetSessionInfoParams,
  options?: RequestOptions,
): Promise<SetSessionInfoResult> {
  return client.request(setSessionInfoEndpoint, params, options)
}
