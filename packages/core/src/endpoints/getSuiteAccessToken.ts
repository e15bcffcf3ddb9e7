import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetSuiteAccessTokenParams {
  /** Id of the suite: a third-party app, or the template of a provider-developed app (代开发应用). */
  suite_id: string
  /** Secret of the third-party app or template. A permanent code does not work. */
  suite_secret: string
  /** Newest ticket that WeCom sent to the instruction callback (指令回调). */
  suite_ticket: string
}

export interface GetSuiteAccessTokenResult {
  /** Token of the suite, up to 512 bytes. */
  suite_access_token: string
  /** Time until the token expires, in seconds. Normally 7200. */
  expires_in: number
}

export const getSuiteAccessTokenEndpoint: Endpoint<GetSuiteAccessTokenParams, GetSuiteAccessTokenResult> =
  defineEndpoint({
    name: 'getSuiteAccessToken',
    method: 'POST',
    path: '/cgi-bin/service/get_suite_token',
    effect: 'read',
    token: 'none',
    docs: 90600,
    errcode: 'optional',
    params: wireObject<GetSuiteAccessTokenParams>({
      suite_id: v.pipe(v.string(), v.nonEmpty()),
      suite_secret: v.pipe(v.string(), v.nonEmpty()),
      suite_ticket: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<GetSuiteAccessTokenResult>({
      suite_access_token: v.pipe(v.string(), v.nonEmpty()),
      expires_in: v.number(),
    }),
  })

/**
 * 获取第三方应用凭证 — exchanges the newest suite_ticket for the token of a suite: a third-party app, or the template of a
 * provider-developed app (代开发应用). `suiteToken` calls this function for you.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetSuiteAccessTokenParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the token and its lifetime in seconds.
 * @throws {WeComApiError} `40080`: wrong secret. `40083`: unknown suite. `40085`: the ticket is unknown or older than
 *   30 minutes.
 * @see https://developer.work.weixin.qq.com/document/path/90600
 *
 * @example
 * const { suite_access_token } = await getSuiteAccessToken(client, { suite_id: 'wx1', suite_secret, suite_ticket })
 */
export function getSuiteAccessToken(
  client: Client,
  params: GetSuiteAccessTokenParams,
  options?: RequestOptions,
): Promise<GetSuiteAccessTokenResult> {
  return client.request(getSuiteAccessTokenEndpoint, params, options)
}
