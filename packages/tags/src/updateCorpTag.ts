import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerTagChange, customerTagChangeEntries } from './schemas/customerTagChange.ts'

export interface UpdateCorpTagParams extends CustomerTagChange {
  /**
   * Agentid of your app in the corp that authorized it. Only old third-party suites that contain several apps need this
   * parameter.
   */
  agentid?: number | undefined
}

export interface UpdateCorpTagResult {}

export const updateCorpTagEndpoint: Endpoint<UpdateCorpTagParams, UpdateCorpTagResult> = defineEndpoint({
  name: 'updateCorpTag',
  method: 'POST',
  path: '/cgi-bin/externalcontact/edit_corp_tag',
  effect: 'write',
  docs: 92117,
  params: wireObject<UpdateCorpTagParams>({
    ...customerTagChangeEntries,
    agentid: v.optional(v.pipe(v.number(), v.integer())),
  }),
  result: wireObject<UpdateCorpTagResult>({}),
})

/**
 * 编辑企业客户标签 — changes the name or the sort weight of a tag or tag group of the corp.
 *
 * An app can change only tags that it created. WeCom sends no event when an app changes tags by API.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateCorpTagParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40068`: unknown tag or tag group. `40071`: the name is taken.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 *
 * @example
 * await updateCorpTag(client, { id: 'et1', name: '重要客户', order: 10 })
 */
export function updateCorpTag(
  client: Client,
  params: UpdateCorpTagParams,
  options?: RequestOptions,
): Promise<UpdateCorpTagResult> {
  return client.request(updateCorpTagEndpoint, params, options)
}
