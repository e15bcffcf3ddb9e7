import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The tags that a member adds to a customer or removes from a customer. At least one tag is required. */
export interface MarkCustomerTagsParams {
  /** Userid of the member who added the customer. */
  userid: string
  /** External_userid of the customer. The member must have this customer. */
  external_userid: string
  /**
   * Ids of the tags to add. Tags of a rule group are allowed if this app created them and the member belongs to the
   * rule group.
   */
  add_tag?: string[] | undefined
  /** Ids of the tags to remove. */
  remove_tag?: string[] | undefined
}

export interface MarkCustomerTagsResult {}

export const markCustomerTagsEndpoint: Endpoint<MarkCustomerTagsParams, MarkCustomerTagsResult> = defineEndpoint({
  name: 'markCustomerTags',
  method: 'POST',
  path: '/cgi-bin/externalcontact/mark_tag',
  effect: 'write',
  docs: 92118,
  params: v.pipe(
    wireObject<MarkCustomerTagsParams>({
      userid: v.pipe(v.string(), v.nonEmpty()),
      external_userid: v.pipe(v.string(), v.nonEmpty()),
      add_tag: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
      remove_tag: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    }),
    v.check(
      ({ add_tag = [], remove_tag = [] }) => add_tag.length > 0 || remove_tag.length > 0,
      'at least one id in add_tag or remove_tag is required',
    ),
  ),
  result: wireObject<MarkCustomerTagsResult>({}),
})

/**
 * 编辑客户企业标签 — adds tags to a customer of one member, or removes tags.
 *
 * Tags belong to the pair of member and customer. If two members have the same customer, each of them has separate tags
 * for the customer. Make the calls for one pair of member and customer one after the other. WeCom refuses concurrent
 * calls for the same pair with 45035 (another call is running). After 45035, the client waits and retries a few times.
 *
 * A customer can have several tags of one tag group, and at most 3000 tags from one member. WeCom sends no event when
 * an app adds or removes tags by API.
 *
 * @param client - made by `createClient`.
 * @param params - {@link MarkCustomerTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `84061`: the member does not have this customer. `40068`: unknown tag. `40144`: the customer
 *   has too many tags. `45035`: another call for this member and customer was running, and all retries of the client
 *   failed.
 * @see https://developer.work.weixin.qq.com/document/path/92118
 *
 * @example
 * await markCustomerTags(client, {
 *   userid: 'zhangsan',
 *   external_userid: 'wm1',
 *   add_tag: ['et1'],
 *   remove_tag: ['et2'],
 * })
 */
export function markCustomerTags(
  client: Client,
  params: MarkCustomerTagsParams,
  options?: RequestOptions,
): Promise<MarkCustomerTagsResult> {
  return client.request(markCustomerTagsEndpoint, params, options)
}
