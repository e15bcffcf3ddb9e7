import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertTmpExternalUseridsParams {
  /** Where the ids come from: 1 meeting, 2 collection form, 3 document (smart sheet). */
  business_type: 1 | 2 | 3
  /**
   * What they are to become: 1 customers, 2 members of a linked corp (企业互联), 3 of an up- or downstream corp (上下游),
   * 4 of a connected corp circle (互联企业).
   */
  user_type: 1 | 2 | 3 | 4
  /** 1 to 100. */
  tmp_external_userid_list: string[]
}

export interface ConvertTmpExternalUseridsResult {
  results: ConvertedTmpExternalUserid[]
  /** Ids that are invalid, or that the app may not convert; may be absent. */
  invalid_tmp_external_userid_list?: string[] | undefined
}

/** A temporary id, and who it is. */
export interface ConvertedTmpExternalUserid {
  /** The id as it was sent. */
  tmp_external_userid: string
  /** The customer; only where `user_type` is 1. */
  external_userid?: string | undefined
  /** The corp of the member; only where `user_type` is 2, 3 or 4. */
  corpid?: string | undefined
  /** The member; only where `user_type` is 2, 3 or 4. */
  userid?: string | undefined
}

export const convertTmpExternalUseridsEndpoint: Endpoint<
  ConvertTmpExternalUseridsParams,
  ConvertTmpExternalUseridsResult
> = defineEndpoint({
  name: 'convertTmpExternalUserids',
  method: 'POST',
  path: '/cgi-bin/idconvert/convert_tmp_external_userid',
  effect: 'read',
  docs: 98729,
  params: wireObject<ConvertTmpExternalUseridsParams>({
    business_type: v.picklist([1, 2, 3]),
    user_type: v.picklist([1, 2, 3, 4]),
    tmp_external_userid_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
  }),
  result: wireObject<ConvertTmpExternalUseridsResult>({
    results: v.array(
      wireObject<ConvertedTmpExternalUserid>({
        tmp_external_userid: v.string(),
        external_userid: v.optional(v.string()),
        corpid: v.optional(v.string()),
        userid: v.optional(v.string()),
      }),
    ),
    invalid_tmp_external_userid_list: v.optional(v.array(v.string())),
  }),
})

/**
 * tmp_external_userid的转换 — turns the temporary ids that meetings, forms and documents give outsiders into lasting ones.
 *
 * **The call succeeds even where ids cannot be converted:** they stand in `invalid_tmp_external_userid_list`,
 * which may be absent. `partitionTmpExternalUserids` separates them from the others.
 *
 * Only the app that got the temporary ids can convert them. Customers are found where a member in the app's scope, with
 * the customer-contact feature, added them.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertTmpExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns those that were converted, and those that were not.
 * @throws {WeComApiError} `710006`: invalid tmp_external_userid.
 *   `48002`: customers were asked for, but the app may not call customer contact.
 * @see https://developer.work.weixin.qq.com/document/path/98729
 *
 * @example
 * const params: ConvertTmpExternalUseridsParams = {
 *   business_type: 2,
 *   user_type: 1,
 *   tmp_external_userid_list: ['tmp1', 'tmp2'],
 * }
 * const { succeeded, failed } = partitionTmpExternalUserids(await convertTmpExternalUserids(client, params), params)
 */
export function convertTmpExternalUserids(
  client: Client,
  params: ConvertTmpExternalUseridsParams,
  options?: RequestOptions,
): Promise<ConvertTmpExternalUseridsResult> {
  return client.request(convertTmpExternalUseridsEndpoint, params, options)
}
