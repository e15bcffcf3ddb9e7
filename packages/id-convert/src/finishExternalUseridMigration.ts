import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface FinishExternalUseridMigrationParams {
  /**
   * Id of the corp whose external_userids are migrated. The corp must have authorized a third-party app of the service
   * provider (服务商) that makes the call.
   */
  corpid: string
}

export interface FinishExternalUseridMigrationResult {}

export const finishExternalUseridMigrationEndpoint: Endpoint<
  FinishExternalUseridMigrationParams,
  FinishExternalUseridMigrationResult
> = defineEndpoint({
  name: 'finishExternalUseridMigration',
  method: 'POST',
  path: '/cgi-bin/service/externalcontact/finish_external_userid_migration',
  effect: 'write',
  token: 'provider',
  docs: 95327,
  params: wireObject<FinishExternalUseridMigrationParams>({
    corpid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<FinishExternalUseridMigrationResult>({}),
})

/**
 * 设置迁移完成 — declares that the migration of external_userids is finished for one corp. After the declaration, the
 * provider's third-party apps use only the new ids (the provider's ids), not the old ids (the corp's ids). The call
 * needs the provider's token.
 *
 * **The declaration cannot be undone.** These rules then apply to the corp:
 * - Results of calls and callbacks contain only new external_userids, and no unionid.
 * - The provider's third-party apps can no longer call `getNewExternalUserids`.
 *
 * Newer official pages document only `finishOpenidMigration`. With `openid_type: [3]` and without `agentid`, that call
 * makes the same declaration.
 *
 * @param client - made by `createClient`, with a source of provider tokens.
 * @param params - {@link FinishExternalUseridMigrationParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `610022`: the corp is the provider itself, so there is nothing to migrate.
 * @see https://developer.work.weixin.qq.com/document/path/95327
 *
 * @example
 * await finishExternalUseridMigration(client, { corpid: 'ww1' })
 */
export function finishExternalUseridMigration(
  client: Client,
  params: FinishExternalUseridMigrationParams,
  options?: RequestOptions,
): Promise<FinishExternalUseridMigrationResult> {
  return client.request(finishExternalUseridMigrationEndpoint, params, options)
}
