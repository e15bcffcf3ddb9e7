import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type KnownPendingId, knownPendingIdSchema } from './schemas/knownPendingId.ts'

export interface ConvertExternalUseridsToPendingIdsParams {
  /** External_userids of customers, 1 to 100. */
  external_userid: string[]
  /**
   * Id of a group chat that contains the customers. If you pass this id, only the owner of the group chat must be in
   * the app's visible range. WeCom ignores ids of people who are not in the group chat.
   */
  chat_id?: string | undefined
}

export interface ConvertExternalUseridsToPendingIdsResult {
  /** The customers for whom WeCom has a pending_id, in any order. Match them by `external_userid`. */
  result: KnownPendingId[]
}

export const convertExternalUseridsToPendingIdsEndpoint: Endpoint<
  ConvertExternalUseridsToPendingIdsParams,
  ConvertExternalUseridsToPendingIdsResult
> = defineEndpoint({
  name: 'convertExternalUseridsToPendingIds',
  method: 'POST',
  path: '/cgi-bin/idconvert/batch/external_userid_to_pending_id',
  effect: 'read',
  docs: 95926,
  params: wireObject<ConvertExternalUseridsToPendingIdsParams>({
    external_userid: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    chat_id: v.optional(v.string()),
  }),
  result: wireObject<ConvertExternalUseridsToPendingIdsResult>({
    result: v.array(knownPendingIdSchema),
  }),
})

/**
 * external_userid查询pending_id — returns the pending_ids of customers. A pending_id is the temporary id that a person
 * had before becoming a customer. If you stored the pending_id of a person, you can find out which customer this person
 * became. Third-party and provider-developed apps (代开发应用) may call this function.
 *
 * **Customers without a pending_id are missing from the result, and the call succeeds.** `partitionPendingIds` returns
 * the ids of these customers. WeCom has a pending_id of a customer only if `convertUnionidToExternalUserid` returned a
 * pending_id for this person within the last 90 days.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertExternalUseridsToPendingIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the customers for whom WeCom has a pending_id.
 * @throws {WeComApiError} `40096`: one of the ids was issued to another corp or provider, or no member in the app's
 *   visible range has this customer.
 *   `610016`: the corp is not verified.
 * @see https://developer.work.weixin.qq.com/document/path/95926
 *
 * @example
 * const { result } = await convertExternalUseridsToPendingIds(client, { external_userid: ['wm1', 'wm2'] })
 * const pendingIds = new Map(result.map(({ external_userid, pending_id }) => [external_userid, pending_id]))
 */
export function convertExternalUseridsToPendingIds(
  client: Client,
  params: ConvertExternalUseridsToPendingIdsParams,
  options?: RequestOptions,
): Promise<ConvertExternalUseridsToPendingIdsResult> {
  return client.request(convertExternalUseridsToPendingIdsEndpoint, params, options)
}
