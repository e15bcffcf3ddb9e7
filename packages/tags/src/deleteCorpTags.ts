import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagIds, customerTagIdsEntries, requireCustomerTagIds } from './schemas/customerTagIds.ts'

/** The tags and tag groups to delete. At least one id is required. */
export interface DeleteCorpTagsParams extends CustomerTagIds {
  /**
   * Agentid of your app in the corp that authorized it. Only old third-party suites that contain several apps need this
   * parameter.
   */
  agentid?: number | undefined
}

export interface DeleteCorpTagsResult {}

export const deleteCorpTagsEndpoint: Endpoint<DeleteCorpTagsParams, DeleteCorpTagsResult> = defineEndpoint({
  name: 'deleteCorpTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/del_corp_tag',
  effect: 'write',
  docs: 92117,
  params: v.pipe(
    wireObject<DeleteCorpTagsParams>({
      ...customerTagIdsEntries,
      agentid: v.optional(v.pipe(v.number(), v.integer())),
    }),
    requireCustomerTagIds(),
  ),
  result: wireObject<DeleteCorpTagsResult>({}),
})

/**
 * 删除企业客户标签 — deletes tags and whole tag groups of the corp. WeCom deletes a tag group when its last tag is deleted.
 *
 * An app can delete only tags that it created. WeCom sends no event when an app deletes tags by API.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteCorpTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40068`: unknown tag or tag group.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 *
 * @example
 * await deleteCorpTags(client, { tag_id: ['et1', 'et2'] })
 */
export function deleteCorpTags(
  client: Client,
  params: DeleteCorpTagsParams,
  options?: RequestOptions,
): Promise<DeleteCorpTagsResult> {
  return client.request(deleteCorpTagsEndpoint, params, options)
}
