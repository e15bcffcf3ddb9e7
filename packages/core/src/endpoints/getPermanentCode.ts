import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { authCodeSchema } from './schemas/authCode.ts'
import { type AuthorizingUser, authorizingUserSchema } from './schemas/authorizingUser.ts'
import { type CorpIdentity, corpIdentitySchema } from './schemas/corpIdentity.ts'

export interface GetPermanentCodeParams {
  /**
   * From the callbacks create_auth and reset_permanent_code, or from the redirect after an installation.
   * 64 to 512 bytes. Works once, for 10 minutes.
   */
  auth_code: string
}

export interface GetPermanentCodeResult {
  /**
   * Pass it to `authorizedCorpToken`, or for a provider-developed app to `corpToken` as the secret. Up to 512 bytes.
   * Store it safely: no call returns it again. It is valid until the corp withdraws or resets it.
   */
  permanent_code: string
  auth_corp_info: CorpIdentity
  auth_user_info?: AuthorizingUser | undefined
  /** Only if the app was installed by a promotion QR code (推广二维码). */
  register_code_info?: RegisterCode | undefined
  /** The `state` of the QR code or link of a provider-developed app. */
  state?: string | undefined
}

/** The promotion QR code that led to an installation. */
export interface RegisterCode {
  register_code: string
  /** The promotion package (推广包) that the code belongs to. */
  template_id: string
  /** Your own value, if you set one for the code. */
  state?: string | undefined
}

export const getPermanentCodeEndpoint: Endpoint<GetPermanentCodeParams, GetPermanentCodeResult> = defineEndpoint({
  name: 'getPermanentCode',
  method: 'POST',
  path: '/cgi-bin/service/v2/get_permanent_code',
  effect: 'create',
  token: 'suite',
  docs: 100776,
  params: wireObject<GetPermanentCodeParams>({
    auth_code: authCodeSchema,
  }),
  result: wireObject<GetPermanentCodeResult>({
    permanent_code: v.string(),
    auth_corp_info: corpIdentitySchema,
    auth_user_info: v.optional(authorizingUserSchema),
    register_code_info: v.optional(
      wireObject<RegisterCode>({
        register_code: v.string(),
        template_id: v.string(),
        state: v.optional(v.string()),
      }),
    ),
    state: v.optional(v.string()),
  }),
})

/**
 * 获取企业永久授权码 — exchanges the code of one authorization for the permanent code of the corp.
 *
 * **Do not call it before you answer the callback:** WeCom waits one second for the answer to create_auth. The
 * auth_code works once, so if the answer with the permanent code gets lost, the corp must authorize again, or its
 * administrator must reset the code.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetPermanentCodeParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the permanent code and the corp; `getAuthInfo` tells more about it.
 * @throws {WeComApiError} `40078`: the auth_code is wrong or was used before.
 * @see https://developer.work.weixin.qq.com/document/path/100776
 *
 * @example
 * const { permanent_code, auth_corp_info } = await getPermanentCode(client, { auth_code })
 */
export function getPermanentCode(
  client: Client,
  params: GetPermanentCodeParams,
  options?: RequestOptions,
): Promise<GetPermanentCodeResult> {
  return client.request(getPermanentCodeEndpoint, params, options)
}
