import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type AcquisitionPriorityOptionParams,
  acquisitionPriorityOptionParamsSchema,
} from './schemas/acquisitionPriorityOptionParams.ts'
import { type AcquisitionRangeParams, acquisitionRangeParamsSchema } from './schemas/acquisitionRangeParams.ts'

export interface UpdateAcquisitionLinkParams {
  /** Id of a link that this app created. */
  link_id: string
  /** New name of the link, at most 30 characters. */
  link_name?: string | undefined
  /** New range of the link. It replaces the whole range: members that are omitted no longer receive customers. */
  range?: AcquisitionRangeParams | undefined
  /**
   * Whether customers are added without a member's confirmation. According to WeCom, the default is true in updates,
   * too.
   */
  skip_verify?: boolean | undefined
  /** New rule for people who are customers already. It replaces the whole rule. */
  priority_option?: AcquisitionPriorityOptionParams | undefined
  /**
   * Whether WeCom marks the customers as brought by this app. It has an effect only for marketing acquisition apps
   * (营销获客). According to WeCom, the default is true in updates, too, so send `false` again to keep it.
   */
  mark_source?: boolean | undefined
}

export interface UpdateAcquisitionLinkResult {}

export const updateAcquisitionLinkEndpoint: Endpoint<UpdateAcquisitionLinkParams, UpdateAcquisitionLinkResult> =
  defineEndpoint({
    name: 'updateAcquisitionLink',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_acquisition/update_link',
    effect: 'write',
    docs: 97297,
    params: wireObject<UpdateAcquisitionLinkParams>({
      link_id: v.pipe(v.string(), v.nonEmpty()),
      link_name: v.optional(v.pipe(v.string(), maxCharacters(30))),
      range: v.optional(acquisitionRangeParamsSchema),
      skip_verify: v.optional(v.boolean()),
      priority_option: v.optional(acquisitionPriorityOptionParamsSchema),
      mark_source: v.optional(v.boolean()),
    }),
    result: wireObject<UpdateAcquisitionLinkResult>({}),
  })

/**
 * 编辑获客链接 — changes name, range or options of an acquisition link.
 *
 * The call replaces `range` and `priority_option` as a whole. To add to them, read them first by `getAcquisitionLink`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateAcquisitionLinkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41200`: not for the corp's business category.
 *   `41305`: the corp has not set its business category. `60111`: unknown userid, or outside the app's visible range.
 *   `60011`: outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/97297
 *
 * @example
 * const { range } = await getAcquisitionLink(client, { link_id: 'link-1' })
 * await updateAcquisitionLink(client, {
 *   link_id: 'link-1',
 *   range: { ...range, user_list: [...(range?.user_list ?? []), 'lisi'] },
 * })
 */
export function updateAcquisitionLink(
  client: Client,
  params: UpdateAcquisitionLinkParams,
  options?: RequestOptions,
): Promise<UpdateAcquisitionLinkResult> {
  return client.request(updateAcquisitionLinkEndpoint, params, options)
}
