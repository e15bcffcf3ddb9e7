import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTag, customerTagEntries } from './schemas/customerTag.ts'
import { type CustomerTagGroup, customerTagGroupEntries } from './schemas/customerTagGroup.ts'
import { type CustomerTagIds, customerTagIdsEntries } from './schemas/customerTagIds.ts'

/** The tags to list. If there are no ids, the call lists all tags. If `group_id` is given, WeCom ignores `tag_id`. */
export interface ListCorpTagsParams extends CustomerTagIds {}

export interface ListCorpTagsResult {
  tag_group: CorpTagGroup[]
}

export interface CorpTagGroup extends CustomerTagGroup {
  tag: CorpTag[]
  /**
   * Whether the tag group was deleted. Present only if ids were given, because only then WeCom returns deleted tag
   * groups.
   */
  deleted?: boolean | undefined
}

export interface CorpTag extends CustomerTag {
  /** Whether the tag was deleted. Present only if ids were given, because only then WeCom returns deleted tags. */
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
 * 获取企业标签库 — lists the corp's customer tags by tag group: all of them, or those with the given ids.
 *
 * **If you pass ids, deleted tags and tag groups come too**, with `deleted: true`. The full list leaves them out.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListCorpTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns all tag groups in one answer.
 * @throws {WeComApiError} `40068`: one of the ids is unknown. `48002`: the app is not among those that may call
 * customer contact.
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
