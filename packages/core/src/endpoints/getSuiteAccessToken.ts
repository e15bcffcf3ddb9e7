import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetSuiteAccessTokenParams {
  /** The third-party app, or the template of a provider-developed one. */
  suite_id: string
  /** Secret of the app or template; not a permanent code. */
  suite_secret: string
  /** The newest ticket pushed to the instruction callback. */
  suite_ticket: string
}

export interface GetSuiteAccessTokenResult {
  /** Up to 512 bytes. */
  suite_access_token: string
  /** Seconds until the token expires, 7200. */
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
 * 获取第三方应用凭证 — exchanges the newest suite_ticket for the token of a third-party app or template.
 * `suiteToken` does this for you.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetSuiteAccessTokenParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the token and its lifetime in seconds.
 * @throws {WeComApiError} `40080`: wrong secret. `40083`: unknown suite. `40085`: the ticket is unknown or older than 30 minutes.
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
