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
  /** As in `getPermanentCode`: 64 to 512 bytes; works once. */
  auth_code: string
}

export interface GetPermanentCodeLegacyResult {
  /** The corp's first token, up to 512 bytes; absent for provider-developed apps. */
  access_token?: string | undefined
  /** Seconds until `access_token` expires. */
  expires_in?: number | undefined
  /** See `getPermanentCode`. */
  permanent_code: string
  /** Only if another corp (代理商) arranged the authorization. */
  dealer_corp_info?: CorpIdentity | undefined
  auth_corp_info: AuthorizedCorp
  auth_info: Authorization
  auth_user_info?: AuthorizingUser | undefined
  /** Only if the app was installed by a promotion QR code (推广二维码). */
  register_code_info?: RegisterCodeLegacy | undefined
  /** Only for apps with paid editions. */
  edition_info?: AppEditions | undefined
  /** The `state` of the install link. */
  state?: string | undefined
}

/** Like `RegisterCode`, but every field may be absent. */
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
 * 获取企业永久授权码 — does what `getPermanentCode` does, and also returns the corp's first token and
 * all that `getAuthInfo` tells.
 *
 * @deprecated Slow: WeCom advises `getPermanentCode` during an installation. Use that, then `getAuthInfo`.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetPermanentCodeLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the permanent code, the corp, and what it authorized.
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
