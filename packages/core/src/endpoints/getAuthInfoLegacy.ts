import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import {
  type AppEditions,
  appEditionsSchema,
  type Authorization,
  authorizationSchema,
} from './schemas/authorization.ts'
import {
  type AuthorizedCorp,
  authorizedCorpEntries,
  type CorpAliases,
  corpAliasesSchema,
} from './schemas/authorizedCorp.ts'
import { type AuthorizedCorpParams, authorizedCorpParamsEntries } from './schemas/authorizedCorpParams.ts'
import { type CorpIdentity, corpIdentitySchema } from './schemas/corpIdentity.ts'

export interface GetAuthInfoLegacyParams extends AuthorizedCorpParams {}

export interface GetAuthInfoLegacyResult {
  /** The agent corp (代理商) that arranged the authorization. Absent if there was none. */
  dealer_corp_info?: CorpIdentity | undefined
  auth_corp_info: AuthorizedCorpLegacy
  auth_info: Authorization
  /** Paid editions of the app that the corp authorized. Absent if the app has no paid editions. */
  edition_info?: AppEditions | undefined
}

/**
 * A corp that authorized an app, as `getAuthInfoLegacy` returns it. In addition to the fields of `AuthorizedCorp`, it
 * has the field `corp_ex_name` with further names of the corp.
 */
export interface AuthorizedCorpLegacy extends AuthorizedCorp {
  corp_ex_name?: CorpAliases | undefined
}

export const getAuthInfoLegacyEndpoint: Endpoint<GetAuthInfoLegacyParams, GetAuthInfoLegacyResult> = defineEndpoint({
  name: 'getAuthInfoLegacy',
  method: 'POST',
  path: '/cgi-bin/service/get_auth_info',
  effect: 'read',
  token: 'suite',
  docs: 90604,
  params: wireObject<GetAuthInfoLegacyParams>(authorizedCorpParamsEntries),
  result: wireObject<GetAuthInfoLegacyResult>({
    dealer_corp_info: v.optional(corpIdentitySchema),
    auth_corp_info: wireObject<AuthorizedCorpLegacy>({
      ...authorizedCorpEntries,
      corp_ex_name: v.optional(corpAliasesSchema),
    }),
    auth_info: authorizationSchema,
    edition_info: v.optional(appEditionsSchema),
  }),
})

/**
 * 获取企业授权信息 — gets the app that a corp authorized. This is the older version of `getAuthInfo`.
 *
 * @deprecated The call still works, but WeCom replaced it by `getAuthInfo`. Only this older call returns paid editions
 * (`edition_info`).
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetAuthInfoLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the corp and the app that it authorized.
 * @throws {WeComApiError} `40084`: the permanent code is wrong, or the corp withdrew its authorization.
 * @see https://developer.work.weixin.qq.com/document/path/90604
 *
 * @example
 * // `getPermanentCode` returned `permanent_code` when the corp authorized the app.
 * const { auth_info } = await getAuthInfoLegacy(client, { auth_corpid: 'ww1', permanent_code })
 */
export function getAuthInfoLegacy(
  client: Client,
  params: GetAuthInfoLegacyParams,
  options?: RequestOptions,
): Promise<GetAuthInfoLegacyResult> {
  return client.request(getAuthInfoLegacyEndpoint, params, options)
}
