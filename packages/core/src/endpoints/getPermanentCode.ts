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
   * Temporary code of the authorization. WeCom sends it with the callback events `create_auth` and
   * `reset_permanent_code`, and with the redirect after an installation. The code has 64 to 512 bytes, works once, and
   * expires after 10 minutes.
   */
  auth_code: string
}

export interface GetPermanentCodeResult {
  /**
   * Permanent code of the corp, up to 512 bytes. For a third-party app, pass it to `authorizedCorpToken`. For a
   * provider-developed app (代开发应用), pass it to `corpToken` as the secret.
   *
   * Store the code safely, because no call returns it again. It is valid until the corp withdraws its authorization or
   * resets the code.
   */
  permanent_code: string
  auth_corp_info: CorpIdentity
  auth_user_info?: AuthorizingUser | undefined
  /** The promotion QR code (推广二维码) by which the app was installed. Absent if the app was installed in another way. */
  register_code_info?: RegisterCode | undefined
  /** Value of the parameter `state` in the QR code or link by which a provider-developed app (代开发应用) was installed. */
  state?: string | undefined
}

/** The promotion QR code (推广二维码) by which an app was installed. */
export interface RegisterCode {
  register_code: string
  /** Id of the promotion package (推广包) that the QR code belongs to. */
  template_id: string
  /** Value that you set as `state` of the QR code. Absent if you set none. */
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
 * 获取企业永久授权码 — exchanges the temporary code of one authorization for the permanent code of the corp.
 *
 * **If the auth_code comes from a callback event, answer the callback before you make this call.** WeCom waits only one
 * second for the answer to the event `create_auth`.
 *
 * The auth_code works once. If the answer with the permanent code is lost, the corp must authorize the app again, or an
 * administrator of the corp must reset the code.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetPermanentCodeParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the permanent code and the corp. `getAuthInfo` returns more fields of the corp.
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
