import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetProviderAccessTokenParams {
  /** Corp id of the service provider (服务商) whose token the call requests. */
  corpid: string
  /** Secret of this service provider, from the provider console. The secret of a suite does not work. */
  provider_secret: string
}

export interface GetProviderAccessTokenResult {
  /** Token of the service provider (服务商), up to 512 bytes. */
  provider_access_token: string
  /** Time until the token expires, in seconds. Normally 7200. */
  expires_in: number
}

export const getProviderAccessTokenEndpoint: Endpoint<GetProviderAccessTokenParams, GetProviderAccessTokenResult> =
  defineEndpoint({
    name: 'getProviderAccessToken',
    method: 'POST',
    path: '/cgi-bin/service/get_provider_token',
    effect: 'read',
    token: 'none',
    docs: 91200,
    errcode: 'optional',
    params: wireObject<GetProviderAccessTokenParams>({
      corpid: v.pipe(v.string(), v.nonEmpty()),
      provider_secret: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<GetProviderAccessTokenResult>({
      provider_access_token: v.pipe(v.string(), v.nonEmpty()),
      expires_in: v.number(),
    }),
  })

/**
 * 获取服务商凭证 — exchanges the secret of a service provider (服务商) for the provider's own token. This token belongs to no
 * app. `providerToken` calls this function for you.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetProviderAccessTokenParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the token and its lifetime in seconds.
 * @throws {WeComApiError} `40001`: wrong secret, for instance the secret of a suite.
 * @see https://developer.work.weixin.qq.com/document/path/91200
 *
 * @example
 * const { provider_access_token } = await getProviderAccessToken(client, { corpid: 'ww1', provider_secret })
 */
export function getProviderAccessToken(
  client: Client,
  params: GetProviderAccessTokenParams,
  options?: RequestOptions,
): Promise<GetProviderAccessTokenResult> {
  return client.request(getProviderAccessTokenEndpoint, params, options)
}
