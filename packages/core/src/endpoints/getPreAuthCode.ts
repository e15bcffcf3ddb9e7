import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { NoParams } from '../endpoint/NoParams.ts'
import { wireObject } from '../endpoint/wireObject.ts'

export interface GetPreAuthCodeParams extends NoParams {}

export interface GetPreAuthCodeResult {
  /** Pre-authorization code for one install link, up to 512 bytes. */
  pre_auth_code: string
  /** Time until the code expires, in seconds. Normally 1200. */
  expires_in: number
}

export const getPreAuthCodeEndpoint: Endpoint<GetPreAuthCodeParams, GetPreAuthCodeResult> = defineEndpoint({
  name: 'getPreAuthCode',
  method: 'GET',
  path: '/cgi-bin/service/get_pre_auth_code',
  effect: 'create',
  token: 'suite',
  docs: 90601,
  params: wireObject<GetPreAuthCodeParams>({}),
  result: wireObject<GetPreAuthCodeResult>({
    pre_auth_code: v.string(),
    expires_in: v.number(),
  }),
})

/**
 * 获取预授权码 — gets a code for the link by which one corp installs a third-party app.
 *
 * The link is `https://open.work.weixin.qq.com/3rdapp/install` with `suite_id`, `pre_auth_code`, `redirect_uri` and
 * `state`. After the installation, WeCom redirects the administrator who installed the app to `redirect_uri` with an
 * `auth_code`. Pass this `auth_code` to `getPermanentCode`.
 *
 * If the answer to this call is lost, make the call again, because an unused code expires without effect.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the code and its lifetime in seconds.
 * @see https://developer.work.weixin.qq.com/document/path/90601
 *
 * @example
 * const { pre_auth_code } = await getPreAuthCode(client)
 */
export function getPreAuthCode(
  client: Client,
  params: GetPreAuthCodeParams = {},
  options?: RequestOptions,
): Promise<GetPreAuthCodeResult> {
  return client.request(getPreAuthCodeEndpoint, params, options)
}
