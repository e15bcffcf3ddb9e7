import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface FinishOpenidMigrationParams {
  /** Id of the corp that authorised the app. */
  corpid: string
  /**
   * Agentid of a provider-developed app, which requires it. Default: all third-party apps of the provider in the corp.
   */
  agentid?: number | undefined
  /** Kinds of ids that are migrated: 1 userid and corpid, always together; 3 external_userid and external_tagid. */
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
 * ID迁移完成状态的设置 — declares that an app, or all third-party apps of the provider, no longer use the old ids of a corp. The
 * call needs the provider's token.
 *
 * **This cannot be undone.** Once external_userids are migrated, WeCom returns no unionid any more.
 * `getOpenidMigration` reads the state of an app, with the token of the app.
 *
 * @param client - made by `createClient`, with a source of provider tokens.
 * @param params - {@link FinishOpenidMigrationParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `610022`: the corp is the provider itself; there is nothing to migrate.
 * @see https://developer.work.weixin.qq.com/document/path/99375
 *
 * @example
 * await finishOpenidMigration(client, { corpid: 'ww1', agentid: 1000002, openid_type: [1, 3] })
 */
export function finishOpenidMigration(
  client: Client,
  params: FinishOpenidMigrationParams,
  options?: RequestOptions,
): Promise<FinishOpenidMigrationResult> {
  return client.request(finishOpenidMigrationEndpoint, params, options)
}
