import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** At least one tag is required, to put on or to take off. */
export interface MarkCustomerTagsParams {
  /** The member who added the customer. */
  userid: string
  /** A customer of that member. */
  external_userid: string
  /** Ids of tags to put on: of the corp, or of a rule group that this app created and the member is in. */
  add_tag?: string[] | undefined
  /** Ids of tags to take off. */
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
 * 编辑客户企业标签 — puts tags on a customer of one member, or takes them off.
 *
 * Tags belong to the pair of member and customer: where two members have the same customer, each tags on their own.
 * Make the calls for one pair one after the other, since those that meet fail with 45035. The client waits and tries
 * again, though not without end.
 *
 * A customer can have several tags of one group, and at most 3000 from one member. No callback tells of tags that are
 * set by API.
 *
 * @param client - made by `createClient`.
 * @param params - {@link MarkCustomerTagsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `84061`: the customer is not one of this member. `40068`: unknown tag.
 *   `40144`: the customer has too many tags. `45035`: other calls for this pair kept coming in between.
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
