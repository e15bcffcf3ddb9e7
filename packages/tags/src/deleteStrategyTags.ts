import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagIds, customerTagIdsEntries, requireCustomerTagIds } from './schemas/customerTagIds.ts'

/** The tags and tag groups to delete. At least one id is required. You do not pass the id of the rule group. */
export interface DeleteStrategyTagsParams extends CustomerTagIds {}

export interface DeleteStrategyTagsResult {}

export const deleteStrategyTagsEndpoint: Endpoint<DeleteStrategyTagsParams, DeleteStrategyTagsResult> = defineEndpoint({
  name: 'deleteStrategyTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/del_strategy_tag',
  effect: 'write',
  docs: 94882,
  params: v.pipe(wireObject<DeleteStrategyTagsParams>(customerTagIdsEntries), requireCustomerTagIds()),
  result: wireObject<DeleteStrategyTagsResult>({}),
})

/**
 * 删除指定规则组下的企业客户标签 — deletes tags and whole tag groups of a rule group. WeCom deletes a tag group when its last tag is
 * deleted.
 *
 * An app can delete only tags that it created.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteStrategyTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40068`: unknown tag or tag group.
 * @see https://developer.work.weixin.qq.com/document/path/94882
 *
 * @example
 * await deleteStrategyTags(client, { group_id: ['sg1'] })
 */
export function deleteStrategyTags(
  client: Client,
  params: DeleteStrategyTagsParams,
  options?: RequestOptions,
): Promise<DeleteStrategyTagsResult> {
  return client.request(deleteStrategyTagsEndpoint, params, options)
}
