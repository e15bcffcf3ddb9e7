import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type AcquisitionLinkBase, acquisitionLinkBaseEntries } from './schemas/acquisitionLinkBase.ts'
import {
  type AcquisitionPriorityOptionParams,
  acquisitionPriorityOptionParamsSchema,
} from './schemas/acquisitionPriorityOptionParams.ts'
import { type AcquisitionRangeParams, acquisitionRangeParamsSchema } from './schemas/acquisitionRangeParams.ts'

export interface CreateAcquisitionLinkParams {
  /** Name of the acquisition link, at most 30 characters. */
  link_name: string
  range: AcquisitionRangeParams
  /**
   * Whether a customer is added at once, without a confirmation by the member to whom the acquisition link leads.
   * Default true.
   */
  skip_verify?: boolean | undefined
  priority_option?: AcquisitionPriorityOptionParams | undefined
  /**
   * Whether WeCom records this app as the source of the customers who use the link. Default true. The field has an
   * effect only for marketing acquisition apps (营销获客).
   */
  mark_source?: boolean | undefined
}

export interface CreateAcquisitionLinkResult {
  link: CreatedAcquisitionLink
}

/** The new acquisition link. Unlike the result of `getAcquisitionLink`, it contains the id of the link. */
export interface CreatedAcquisitionLink extends AcquisitionLinkBase {
  link_id: string
  /** Creation time of the link, in unix seconds. */
  create_time: number
}

export const createAcquisitionLinkEndpoint: Endpoint<CreateAcquisitionLinkParams, CreateAcquisitionLinkResult> =
  defineEndpoint({
    name: 'createAcquisitionLink',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_acquisition/create_link',
    effect: 'create',
    docs: 97297,
    params: wireObject<CreateAcquisitionLinkParams>({
      link_name: v.pipe(v.string(), v.nonEmpty(), maxCharacters(30)),
      range: acquisitionRangeParamsSchema,
      skip_verify: v.optional(v.boolean()),
      priority_option: v.optional(acquisitionPriorityOptionParamsSchema),
      mark_source: v.optional(v.boolean()),
    }),
    result: wireObject<CreateAcquisitionLinkResult>({
      link: wireObject<CreatedAcquisitionLink>({
        ...acquisitionLinkBaseEntries,
        link_id: v.string(),
        create_time: v.number(),
      }),
    }),
    checkWith: 'listAcquisitionLinks',
  })

/**
 * 创建获客链接 — creates an acquisition link: a URL by which people add a member of the corp. WeCom selects the member from
 * the range of the link.
 *
 * To open the link by a WeChat URL scheme, use the URL `weixin://biz/ww/profile/`, followed by the URL-encoded `url` of
 * the link.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateAcquisitionLinkParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the new link with its id and address.
 * @throws {WeComApiError} `41095`: the corp has reached its limit of links. Delete links that are not needed.
 *   `41200`: WeCom does not offer acquisition links for the corp's business category. `41305`: the corp has not set its
 *   business category.
 *   `60111`: a userid is unknown. `60011`: a department is outside the app's visible range.
 *   `60111` or `60011`: a member is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/97297
 *
 * @example
 * const { link } = await createAcquisitionLink(client, {
 *   link_name: '官网',
 *   range: { user_list: ['zhangsan'], department_list: [7] },
 *   skip_verify: false,
 * })
 */
export function createAcquisitionLink(
  client: Client,
  params: CreateAcquisitionLinkParams,
  options?: RequestOptions,
): Promise<CreateAcquisitionLinkResult> {
  return client.request(createAcquisitionLinkEndpoint, params, options)
}
