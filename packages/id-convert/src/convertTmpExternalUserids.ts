import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertTmpExternalUseridsParams {
  /** Source of the temporary ids: 1 meeting, 2 collection form, 3 document (smart sheet). */
  business_type: 1 | 2 | 3
  /**
   * Kind of people whose permanent ids the call returns: 1 customers, 2 members of a linked corp (企业互联), 3 members of
   * an upstream or downstream corp (上下游), 4 members of a connected corp circle (互联企业).
   */
  user_type: 1 | 2 | 3 | 4
  /** The temporary ids to convert, 1 to 100. */
  tmp_external_userid_list: string[]
}

export interface ConvertTmpExternalUseridsResult {
  results: ConvertedTmpExternalUserid[]
  /** Temporary ids that are invalid or that the app is not allowed to convert. Absent if WeCom converted all ids. */
  invalid_tmp_external_userid_list?: string[] | undefined
}

/** A temporary id, and the customer or member whom it identifies. */
export interface ConvertedTmpExternalUserid {
  /** The temporary id, as in the parameters. */
  tmp_external_userid: string
  /** External_userid of the customer. Present only if `user_type` is 1 (customers). */
  external_userid?: string | undefined
  /** Corp id of the member whom the temporary id identifies. Absent for customers (`user_type` 1). */
  corpid?: string | undefined
  /** Userid of this member in the corp `corpid`. Absent for customers (`user_type` 1). */
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
 * tmp_external_userid的转换 — converts temporary ids of people outside the corp to permanent ids. WeCom uses temporary ids
 * for the people in meetings, collection forms and documents.
 *
 * **The call succeeds even if WeCom cannot convert some ids.** It returns these ids in
 * `invalid_tmp_external_userid_list`, which may be absent. `partitionTmpExternalUserids` separates converted ids from
 * the others.
 *
 * Only the app that received the temporary ids can convert them. WeCom finds a customer only if a member has this
 * customer. The member must be in the app's visible range, and must have the customer-contact feature.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertTmpExternalUseridsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted ids, and the ids that WeCom could not convert.
 * @throws {WeComApiError} `710006`: invalid tmp_external_userid.
 *   `48002`: `user_type` is 1 (customers), but the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/98729
 *
 * @example
 * const params: ConvertTmpExternalUseridsParams = {
 *   business_type: 2, // collection form
 *   user_type: 1, // customers
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
