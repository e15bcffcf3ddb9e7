import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface SetSessionInfoParams {
  /** From `getPreAuthCode`: the authorization to configure. */
  pre_auth_code: string
  session_info: AuthorizationSession
}

/** Settings of one authorization. */
export interface AuthorizationSession {
  /** The apps of an old suite that may be authorized. Left out or empty: all. */
  appid?: number[] | undefined
  /** 0 (default) real, 1 test. Once the app is published, only 0 is allowed. */
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
 * 设置授权配置 — configures one round of authorization, for instance as a test.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link SetSessionInfoParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40077`: unknown pre_auth_code. `42007`: it has expired.
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
