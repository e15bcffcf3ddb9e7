import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type AcquisitionPriorityOptionParams,
  acquisitionPriorityOptionParamsSchema,
} from './schemas/acquisitionPriorityOptionParams.ts'
import { type AcquisitionRangeParams, acquisitionRangeParamsSchema } from './schemas/acquisitionRangeParams.ts'

export interface UpdateAcquisitionLinkParams {
  /** Id of the acquisition link to change. The app must have created the link. */
  link_id: string
  /** New name of the acquisition link, at most 30 characters. */
  link_name?: string | undefined
  /**
   * New range of the acquisition link. It replaces the whole earlier range. After the update, WeCom assigns no
   * customers to members who are not in the new range.
   */
  range?: AcquisitionRangeParams | undefined
  /**
   * Whether a customer is added at once, without a confirmation by the member to whom the acquisition link leads.
   * According to WeCom, an update without this field sets the field to true. To keep `false`, pass `false` with every
   * update.
   */
  skip_verify?: boolean | undefined
  /**
   * New rule for people who open the acquisition link and are already customers of the corp. The new rule replaces the
   * whole earlier rule.
   */
  priority_option?: AcquisitionPriorityOptionParams | undefined
  /**
   * Whether WeCom records this app as the source of the customers who use the link. The field has an effect only for
   * marketing acquisition apps (营销获客). According to WeCom, an update without this field sets the field to true. To keep
   * `false`, pass `false` with every update.
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
 * 编辑获客链接 — changes the name, the range or the options of an acquisition link.
 *
 * `range` and `priority_option` replace the earlier values as a whole. For instance, to add a member, read the `range`
 * with `getAcquisitionLink`, add the userid to it, and pass the whole range to this call.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateAcquisitionLinkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41200`: WeCom does not offer acquisition links for the corp's business category.
 *   `41305`: the corp has not set its business category. `60111`: a userid is unknown.
 *   `60011`: a department is outside the app's visible range.
 *   `60111` or `60011`: a member is outside the app's visible range.
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
