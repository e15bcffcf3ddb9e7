import * as v from 'valibot'
import type { Client, RequestOptions } from '../client/types.ts'
import { defineEndpoint } from '../endpoint/defineEndpoint.ts'
import type { Endpoint } from '../endpoint/Endpoint.ts'
import { wireObject } from '../endpoint/wireObject.ts'
import { type Authorization, authorizationSchema } from './schemas/authorization.ts'
import {
  type AuthorizedCorpProfile,
  authorizedCorpProfileEntries,
  type CorpAliases,
  corpAliasesSchema,
} from './schemas/authorizedCorp.ts'
import { type AuthorizedCorpParams, authorizedCorpParamsEntries } from './schemas/authorizedCorpParams.ts'

export interface GetAuthInfoParams extends AuthorizedCorpParams {}

export interface GetAuthInfoResult {
  /** The agent corp (代理商) that arranged the authorization. Absent if there was none. */
  dealer_corp_info?: DealerCorp | undefined
  auth_corp_info: AuthorizedCorpDetail
  auth_info: Authorization
}

/** An agent corp (代理商), a corp that arranges authorizations for other corps. */
export interface DealerCorp {
  corpid?: string | undefined
  corp_name?: string | undefined
}

/** A corp that authorized an app, as `getAuthInfo` returns it. */
export interface AuthorizedCorpDetail extends AuthorizedCorpProfile {
  /**
   * Id of the corp that authorized the app. The id is encrypted (密文) if the ids of the corp were upgraded for service
   * providers (服务商 ID 升级).
   */
  corpid?: string | undefined
  /** Short name of the corp. */
  corp_name?: string | undefined
  corp_ex_name?: CorpAliases | undefined
}

export const getAuthInfoEndpoint: Endpoint<GetAuthInfoParams, GetAuthInfoResult> = defineEndpoint({
  name: 'getAuthInfo',
  method: 'POST',
  path: '/cgi-bin/service/v2/get_auth_info',
  effect: 'read',
  token: 'suite',
  docs: 100795,
  params: wireObject<GetAuthInfoParams>(authorizedCorpParamsEntries),
  result: wireObject<GetAuthInfoResult>({
    dealer_corp_info: v.optional(
      wireObject<DealerCorp>({
        corpid: v.optional(v.string()),
        corp_name: v.optional(v.string()),
      }),
    ),
    auth_corp_info: wireObject<AuthorizedCorpDetail>({
      ...authorizedCorpProfileEntries,
      corpid: v.optional(v.string()),
      corp_name: v.optional(v.string()),
      corp_ex_name: v.optional(corpAliasesSchema),
    }),
    auth_info: authorizationSchema,
  }),
})

/**
 * 获取企业授权信息 — gets the app that a corp authorized, and the visible range of the app. Call this function after the
 * callback event `change_auth`, because the event does not contain the change.
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - {@link GetAuthInfoParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the corp and the app that it authorized.
 * @throws {WeComApiError} `40084`: the permanent code is wrong. `40084` or `48004`: the corp withdrew its
 *   authorization. WeCom does not document which of the two it then returns.
 * @see https://developer.work.weixin.qq.com/document/path/100795
 *
 * @example
 * // `getPermanentCode` returned `permanent_code` when the corp authorized the app.
 * const { auth_info } = await getAuthInfo(client, { auth_corpid: 'ww1', permanent_code })
 * const agentid = auth_info.agent?.[0]?.agentid
 */
export function getAuthInfo(
  client: Client,
  params: GetAuthInfoParams,
  options?: RequestOptions,
): Promise<GetAuthInfoResult> {
  return client.request(getAuthInfoEndpoint, params, options)
}
