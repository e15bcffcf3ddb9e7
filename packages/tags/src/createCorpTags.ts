import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagGroup, customerTagGroupSchema } from './schemas/customerTagGroup.ts'
import { type CustomerTagsToAdd, customerTagsToAddEntries, requireTagGroup } from './schemas/customerTagsToAdd.ts'

export interface CreateCorpTagsParams extends CustomerTagsToAdd {
  /**
   * Agentid of your app in the corp that authorized it. Only old third-party suites that contain several apps need this
   * parameter.
   */
  agentid?: number | undefined
}

export interface CreateCorpTagsResult {
  /** The tag group to which the tags were added. Its `tag` list contains only the new tags. */
  tag_group: CustomerTagGroup
}

export const createCorpTagsEndpoint: Endpoint<CreateCorpTagsParams, CreateCorpTagsResult> = defineEndpoint({
  name: 'createCorpTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/add_corp_tag',
  effect: 'create',
  docs: 92117,
  params: v.pipe(
    wireObject<CreateCorpTagsParams>({
      ...customerTagsToAddEntries,
      agentid: v.optional(v.pipe(v.number(), v.integer())),
    }),
    requireTagGroup(),
  ),
  result: wireObject<CreateCorpTagsResult>({
    tag_group: customerTagGroupSchema,
  }),
  checkWith: 'listCorpTags',
})

/**
 * 添加企业客户标签 — adds tags to a tag group of the corp, or creates a tag group with its first tags.
 *
 * Only the app that creates the tags can change or delete them. A corp can have at most 10,000 tags, including the tags
 * of rule groups. WeCom sends no event when an app creates tags by API.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateCorpTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the tag group, with the new tags only.
 * @throws {WeComApiError} `40068`: unknown tag group. `40071`: the name is taken.
 *   `40126`: the corp has reached the limit of tags.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 *
 * @example
 * const { tag_group } = await createCorpTags(client, {
 *   group_name: '意向',
 *   tag: [{ name: '高', order: 2 }, { name: '低', order: 1 }],
 * })
 */
export function createCorpTags(
  client: Client,
  params: CreateCorpTagsParams,
  options?: RequestOptions,
): Promise<CreateCorpTagsResult> {
  return client.request(createCorpTagsEndpoint, params, options)
}
