import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type AcquisitionLinkBase, acquisitionLinkBaseEntries } from './schemas/acquisitionLinkBase.ts'

export interface GetAcquisitionLinkParams {
  /** Id of the acquisition link to read. The app must have created the link. */
  link_id: string
}

export interface GetAcquisitionLinkResult {
  link: AcquisitionLink
  /**
   * The members and departments of the link. WeCom selects one of these members for each customer who uses the link.
   * WeCom does not return `range` to the acquisition component (获客助手组件).
   */
  range?: AcquisitionRange | undefined
  /**
   * The rule for people who open the acquisition link and are already customers of the corp. Present only if the link
   * has such a rule.
   */
  priority_option?: AcquisitionPriorityOption | undefined
}

/**
 * An acquisition link with its settings. WeCom returns only `link_name` and `url` to the acquisition component
 * (获客助手组件).
 */
export interface AcquisitionLink extends AcquisitionLinkBase {
  /** Creation time of the link, in unix seconds. */
  create_time?: number | undefined
  /** Whether a customer is added at once, without a confirmation by the member to whom the acquisition link leads. */
  skip_verify?: boolean | undefined
  /**
   * Whether WeCom records this app as the source of the customers who use the link. Present only for marketing
   * acquisition apps (营销获客).
   */
  mark_source?: boolean | undefined
}

/**
 * The members and departments of an acquisition link. WeCom selects one of these members for each customer who uses the
 * link, and the customer adds this member.
 */
export interface AcquisitionRange {
  /** Userids of the members whom customers can add. May be empty. */
  user_list?: string[] | undefined
  /** Ids of departments. Customers can add the members of these departments. May be empty. */
  department_list?: number[] | undefined
}

/**
 * Rule for people who open the acquisition link and are already customers of the corp. The rule selects the member whom
 * such a customer reaches.
 */
export interface AcquisitionPriorityOption {
  /**
   * Member whom WeCom prefers for an existing customer: 1 any member of the corp who already has the customer, 2 a
   * member of `priority_userid_list` who already has the customer.
   */
  priority_type?: 1 | 2 | (number & {}) | undefined
  /** Userids of the members to select from. Present only if `priority_type` is 2. */
  priority_userid_list?: string[] | undefined
}

export const getAcquisitionLinkEndpoint: Endpoint<GetAcquisitionLinkParams, GetAcquisitionLinkResult> = defineEndpoint({
  name: 'getAcquisitionLink',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_acquisition/get',
  effect: 'read',
  docs: 97297,
  params: wireObject<GetAcquisitionLinkParams>({
    link_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetAcquisitionLinkResult>({
    link: wireObject<AcquisitionLink>({
      ...acquisitionLinkBaseEntries,
      create_time: v.optional(v.number()),
      skip_verify: v.optional(v.boolean()),
      mark_source: v.optional(v.boolean()),
    }),
    range: v.optional(
      wireObject<AcquisitionRange>({
        user_list: v.optional(v.array(v.string())),
        department_list: v.optional(v.array(v.number())),
      }),
    ),
    priority_option: v.optional(
      wireObject<AcquisitionPriorityOption>({
        priority_type: v.optional(v.number()),
        priority_userid_list: v.optional(v.array(v.string())),
      }),
    ),
  }),
})

/**
 * 获取获客链接详情 — reads one acquisition link: its URL, range and options.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetAcquisitionLinkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the acquisition link, without its id.
 * @throws {WeComApiError} `48002`: the app is not allowed to use acquisition links.
 * @see https://developer.work.weixin.qq.com/document/path/97297
 *
 * @example
 * const { link } = await getAcquisitionLink(client, { link_id: 'link-1' })
 * const address = new URL(link.url)
 * // WeCom returns `spring-fair` as the `state` of each customer who adds a member through this URL.
 * address.searchParams.set('customer_channel', 'spring-fair')
 */
export function getAcquisitionLink(
  client: Client,
  params: GetAcquisitionLinkParams,
  options?: RequestOptions,
): Promise<GetAcquisitionLinkResult> {
  return client.request(getAcquisitionLinkEndpoint, params, options)
}
