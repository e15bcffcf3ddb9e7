import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagGroup, customerTagGroupEntries } from './schemas/customerTagGroup.ts'
import { type CustomerTagIds, customerTagIdsEntries } from './schemas/customerTagIds.ts'

/**
 * The tags and tag groups to list. If you pass no ids, the call lists all tags of the rule group. If you pass
 * `group_id`, WeCom ignores `tag_id`.
 */
export interface ListStrategyTagsParams extends CustomerTagIds {
  /**
   * Id of the rule group that the tags belong to. WeCom's documentation marks `strategy_id` as optional, but does not
   * say which tags a call without `strategy_id` lists.
   */
  strategy_id?: number | undefined
}

export interface ListStrategyTagsResult {
  tag_group: StrategyTagGroup[]
}

export interface StrategyTagGroup extends CustomerTagGroup {
  /** Id of the rule group that the tags belong to. */
  strategy_id: number
}

export const listStrategyTagsEndpoint: Endpoint<ListStrategyTagsParams, ListStrategyTagsResult> = defineEndpoint({
  name: 'listStrategyTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_strategy_tag_list',
  effect: 'read',
  docs: 94882,
  params: wireObject<ListStrategyTagsParams>({
    strategy_id: v.optional(v.pipe(v.number(), v.integer())),
    ...customerTagIdsEntries,
  }),
  result: wireObject<ListStrategyTagsResult>({
    tag_group: v.array(
      wireObject<StrategyTagGroup>({
        ...customerTagGroupEntries,
        strategy_id: v.number(),
      }),
    ),
  }),
})

/**
 * 获取指定规则组下的企业客户标签 — lists the customer tags of a rule group. It lists all tags, or only those with the given ids.
 *
 * The list contains only tags that this app created. The tags have no field `deleted`, unlike the tags from
 * `listCorpTags`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListStrategyTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns all requested tag groups in one answer; the call has no pages.
 * @throws {WeComApiError} `40068`: one of the ids is unknown. `60030`: the rule group is outside the app's visible
 *   range.
 * @see https://developer.work.weixin.qq.com/document/path/94882
 *
 * @example
 * const { tag_group } = await listStrategyTags(client, { strategy_id: 1 })
 */
export function listStrategyTags(
  client: Client,
  params: ListStrategyTagsParams = {},
  options?: RequestOptions,
): Promise<ListStrategyTagsResult> {
  return client.request(listStrategyTagsEndpoint, params, options)
}
