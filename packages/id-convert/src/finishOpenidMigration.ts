import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface FinishOpenidMigrationParams {
  /**
   * Id of the corp whose ids are migrated. The corp must have authorized an app of the service provider (服务商) that
   * makes the call.
   */
  corpid: string
  /**
   * Agentid of the provider-developed app (代开发应用) whose migration is finished. Omit the agentid for third-party apps:
   * the call then applies to all third-party apps of this service provider in the corp.
   */
  agentid?: number | undefined
  /**
   * Kinds of ids whose migration is finished: 1 means userid and corpid, which always migrate together. 3 means
   * external_userid and external_tagid.
   */
  openid_type: (1 | 3)[]
}

export interface FinishOpenidMigrationResult {}

export const finishOpenidMigrationEndpoint: Endpoint<FinishOpenidMigrationParams, FinishOpenidMigrationResult> =
  defineEndpoint({
    name: 'finishOpenidMigration',
    method: 'POST',
    path: '/cgi-bin/service/finish_openid_migration',
    effect: 'write',
    token: 'provider',
    docs: 99375,
    params: wireObject<FinishOpenidMigrationParams>({
      corpid: v.pipe(v.string(), v.nonEmpty()),
      agentid: v.optional(v.pipe(v.number(), v.integer())),
      openid_type: v.pipe(v.array(v.picklist([1, 3])), v.nonEmpty()),
    }),
    result: wireObject<FinishOpenidMigrationResult>({}),
  })

/**
 * ID迁移完成状态的设置 — declares that the migration of ids is finished for one corp. After the declaration, the app `agentid`
 * uses only the new ids (the provider's ids), not the old ids (the corp's ids). Without `agentid`, the declaration
 * applies to all third-party apps of the provider. The call needs the provider's token.
 *
 * **The declaration cannot be undone.** After the declaration for external_userids, WeCom no longer returns unionids.
 * To read the state of an app, call `getOpenidMigration` with the token of the app.
 *
 * @param client - made by `createClient`, with a source of provider tokens.
 * @param params - {@link FinishOpenidMigrationParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `610022`: the corp is the provider itself, so there is nothing to migrate.
 * @see https://developer.work.weixin.qq.com/document/path/99375
 *
 * @example
 * // 1: userid and corpid. 3: external_userid and external_tagid.
 * await finishOpenidMigration(client, { corpid: 'ww1', agentid: 1000002, openid_type: [1, 3] })
 */
export function finishOpenidMigration(
  client: Client,
  params: FinishOpenidMigrationParams,
  options?: RequestOptions,
): Promise<FinishOpenidMigrationResult> {
  return client.request(finishOpenidMigrationEndpoint, params, options)
}
