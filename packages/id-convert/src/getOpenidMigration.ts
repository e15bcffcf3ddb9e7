import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetOpenidMigrationParams extends NoParams {}

export interface GetOpenidMigrationResult {
  /** State of the app's migration to the ids of its service provider (服务商), with one entry for each kind of id. */
  migration_info: OpenidMigration[]
}

/** State of the migration from the corp's ids (old) to the provider's ids (new), for one kind of id. */
export interface OpenidMigration {
  /** Kind of id: 1 userid and corpid, 3 external_userid. */
  openid_type: 1 | 3 | (number & {})
  /** State of the migration: 0 the app receives old ids, 1 the app receives new ids. */
  status: 0 | 1 | (number & {})
}

export const getOpenidMigrationEndpoint: Endpoint<GetOpenidMigrationParams, GetOpenidMigrationResult> = defineEndpoint({
  name: 'getOpenidMigration',
  method: 'POST',
  path: '/cgi-bin/corp/get_openid_migration',
  effect: 'read',
  docs: 97104,
  params: wireObject<GetOpenidMigrationParams>({}),
  result: wireObject<GetOpenidMigrationResult>({
    migration_info: v.array(
      wireObject<OpenidMigration>({
        openid_type: v.number(),
        status: v.number(),
      }),
    ),
  }),
})

/**
 * 代开发应用查询迁移状态 — reads whether the app receives old ids (the corp's ids) or new ids (the provider's ids).
 * Provider-developed and third-party apps may call this function. To change the state, call `finishOpenidMigration`
 * with the provider's token.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the state of each kind of id.
 * @see https://developer.work.weixin.qq.com/document/path/97104
 *
 * @example
 * const { migration_info } = await getOpenidMigration(client)
 * // `openid_type` 3: external_userid. `status` 1: the app receives new ids.
 * const upgraded = migration_info.some(({ openid_type, status }) => openid_type === 3 && status === 1)
 */
export function getOpenidMigration(
  client: Client,
  params: GetOpenidMigrationParams = {},
  options?: RequestOptions,
): Promise<GetOpenidMigrationResult> {
  return client.request(getOpenidMigrationEndpoint, params, options)
}
