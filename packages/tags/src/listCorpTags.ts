import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTag, customerTagEntries } from './schemas/customerTag.ts'
import { type CustomerTagGroup, customerTagGroupEntries } from './schemas/customerTagGroup.ts'
import { type CustomerTagIds, customerTagIdsEntries } from './schemas/customerTagIds.ts'

/**
 * The tags and tag groups to list. If you pass no ids, the call lists all tags. If you pass `group_id`, WeCom ignores
 * `tag_id`.
 */
export interface ListCorpTagsParams extends CustomerTagIds {}

export interface ListCorpTagsResult {
  tag_group: CorpTagGroup[]
}

export interface CorpTagGroup extends CustomerTagGroup {
  tag: CorpTag[]
  /**
   * Whether the tag group was deleted. Present only if you passed ids. If you pass no ids, WeCom returns no deleted tag
   * groups.
   */
  deleted?: boolean | undefined
}

export interface CorpTag extends CustomerTag {
  /** Whether the tag was deleted. Present only if you passed ids. If you pass no ids, WeCom returns no deleted tags. */
  deleted?: boolean | undefined
}

export const listCorpTagsEndpoint: Endpoint<ListCorpTagsParams, ListCorpTagsResult> = defineEndpoint({
  name: 'listCorpTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_corp_tag_list',
  effect: 'read',
  docs: 92117,
  params: wireObject<ListCorpTagsParams>(customerTagIdsEntries),
  result: wireObject<ListCorpTagsResult>({
    tag_group: v.array(
      wireObject<CorpTagGroup>({
        ...customerTagGroupEntries,
        tag: v.array(
          wireObject<CorpTag>({
            ...customerTagEntries,
            deleted: v.optional(v.boolean()),
          }),
        ),
        deleted: v.optional(v.boolean()),
      }),
    ),
  }),
})

/**
 * 获取企业标签库 — lists the customer tags of the corp by tag group. It lists all tags, or only those with the given ids.
 *
 * **If you pass ids, the result also contains deleted tags and tag groups**, with `deleted: true`. If you pass no ids,
 * the result contains no deleted tags or tag groups.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListCorpTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns all requested tag groups in one answer; the call has no pages.
 * @throws {WeComApiError} `40068`: one of the ids is unknown. `48002`: the app is not allowed to call the
 *   customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 *
 * @example
 * const { tag_group } = await listCorpTags(client)
 * const names = tag_group.flatMap(({ tag }) => tag.map(({ name }) => name))
 */
export function listCorpTags(
  client: Client,
  params: ListCorpTagsParams = {},
  options?: RequestOptions,
): Promise<ListCorpTagsResult> {
  return client.request(listCorpTagsEndpoint, params, options)
}
