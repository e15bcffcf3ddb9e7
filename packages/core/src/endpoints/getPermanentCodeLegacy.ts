import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { authCodeSchema } from './schemas/authCode.ts'
import {
  type AppEditions,
  appEditionsSchema,
  type Authorization,
  authorizationSchema,
} from './schemas/authorization.ts'
import { type AuthorizedCorp, authorizedCorpEntries } from './schemas/authorizedCorp.ts'
import { type AuthorizingUser, authorizingUserSchema } from './schemas/authorizingUser.ts'
import { type CorpIdentity, corpIdentitySchema } from './schemas/corpIdentity.ts'

export interface GetPermanentCodeLegacyParams {
  /**
   * Temporary code of the authorization. WeCom sends it with callback events, and with the redirect after an
   * installation. The code has 64 to 512 bytes, works once, and expires after 10 minutes.
   */
  auth_code: string
}

export interface GetPermanentCodeLegacyResult {
  /** First token of the app in this corp, up to 512 bytes. Absent for provider-developed apps (代开发应用). */
  access_token?: string | undefined
  /** Time until `access_token` expires, in seconds. */
  expires_in?: number | undefined
  /**
   * Permanent code of the corp, up to 512 bytes. Store the code safely, because no call returns it again. For a
   * third-party app, pass the code to `authorizedCorpToken`. For a provider-developed app (代开发应用), pass the code to
   * `corpToken` as the secret.
   */
  permanent_code: string
  /** The agent corp (代理商) that arranged the authorization. Absent if there was none. */
  dealer_corp_info?: CorpIdentity | undefined
  auth_corp_info: AuthorizedCorp
  auth_info: Authorization
  auth_user_info?: AuthorizingUser | undefined
  /** The promotion QR code (推广二维码) by which the app was installed. Absent if the app was installed in another way. */
  register_code_info?: RegisterCodeLegacy | undefined
  /** Paid editions of the app that the corp authorized. Absent if the app has no paid editions. */
  edition_info?: AppEditions | undefined
  /** Value of the parameter `state` in the link by which the app was installed. */
  state?: string | undefined
}

/** The promotion QR code (推广二维码) by which an app was installed. Every field may be absent. */
export interface RegisterCodeLegacy {
  register_code?: string | undefined
  template_id?: string | undefined
  state?: string | undefined
}

export const getPermanentCodeLegacyEndpoint: Endpoint<GetPermanentCodeLegacyParams, GetPermanentCodeLegacyResult> =
  defineEndpoint({
    name: 'getPermanentCodeLegacy',
    method: 'POST',
    path: '/cgi-bin/service/get_permanent_code',
    effect: 'create',
    token: 'suite',
    docs: 90603,
    errcode: 'optional',
    params: wireObject<GetPermanentCodeLegacyParams>({
      auth_code: authCodeSchema,
    }),
    result: wireObject<GetPermanentCodeLegacyResult>({
      access_token: v.optional(v.string()),
      expires_in: v.optional(v.number()),
      permanent_code: v.string(),
      dealer_corp_info: v.optional(corpIdentitySchema),
      auth_corp_info: wireObject<AuthorizedCorp>(authorizedCorpEntries),
      auth_info: authorizationSchema,
      auth_user_info: v.optional(authorizingUserSchema),
      register_code_info: v.optional(
        wireObject<RegisterCodeLegacy>({
          register_code: v.optional(v.string()),
          template_id: v.optional(v.string()),
          state: v.optional(v.string()),
        }),
      ),
      edition_info: v.optional(appEditionsSchema),
      state: v.optional(v.string()),
    }),
  })

/**
 * 获取企业永久授权码 — exchanges the temporary code of one authorization for the permanent code of the corp. The call also
 * returns the first token of the app in this corp. Like `getAuthInfo`, it describes the corp and the app, but without
 * `corp_ex_name` (further names of the corp).
 *
 * @deprecated This call is slow. During an installation WeCom recommends `getPermanentCode`, followed by `getAuthInfo`.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetPermanentCodeLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the permanent code, the corp, and the authorized app.
 * @throws {WeComApiError} `40078`: the auth_code is wrong or was used before.
 * @see https://developer.work.weixin.qq.com/document/path/90603
 *
 * @example
 * const { permanent_code, auth_info } = await getPermanentCodeLegacy(client, { auth_code })
 */
export function getPermanentCodeLegacy(
  client: Client,
  params: GetPermanentCodeLegacyParams,
  options?: RequestOptions,
): Promise<GetPermanentCodeLegacyResult> {
  return client.request(getPermanentCodeLegacyEndpoint, params, options)
}
