import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagGroup, customerTagGroupSchema } from './schemas/customerTagGroup.ts'
import { type CustomerTagsToAdd, customerTagsToAddEntries, requireTagGroup } from './schemas/customerTagsToAdd.ts'

export interface CreateStrategyTagsParams extends CustomerTagsToAdd {
  /**
   * Id of the rule group for which to create tags. The rule group must not have a parent, because only rule groups
   * without a parent can have tags.
   */
  strategy_id: number
}

export interface CreateStrategyTagsResult {
  /**
   * The tag group to which the tags were added. It has no `strategy_id`, unlike a tag group from `listStrategyTags`.
   */
  tag_group: CustomerTagGroup
}

export const createStrategyTagsEndpoint: Endpoint<CreateStrategyTagsParams, CreateStrategyTagsResult> = defineEndpoint({
  name: 'createStrategyTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_strategy_tag',
  effect: 'create',
  docs: 94882,
  params: v.pipe(
    wireObject<CreateStrategyTagsParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
      ...customerTagsToAddEntries,
    }),
    requireTagGroup(),
  ),
  result: wireObject<CreateStrategyTagsResult>({
    tag_group: customerTagGroupSchema,
  }),
  checkWith: 'listStrategyTags',
})

/**
 * 为指定规则组创建企业客户标签 — adds tags to a tag group of a rule group, or creates a tag group with its first tags.
 *
 * Only members in the range of the rule group can use these tags. Only the app that creates the tags can change or
 * delete them. A corp can have at most 10,000 tags, including the tags of rule groups.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateStrategyTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the tag group to which the tags were added.
 * @throws {WeComApiError} `40068`: unknown tag group. `40071`: the name is taken.
 *   `40126`: the corp has reached the limit of tags. `60030`: the rule group is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/94882
 *
 * @example
 * const { tag_group } = await createStrategyTags(client, {
 *   strategy_id: 1,
 *   group_name: '意向',
 *   tag: [{ name: '高' }, { name: '低' }],
 * })
 */
export function createStrategyTags(
  client: Client,
  params: CreateStrategyTagsParams,
  options?: RequestOptions,
): Promise<CreateStrategyTagsResult> {
  return client.request(createStrategyTagsEndpoint, params, options)
}
