import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type KnownPendingId, knownPendingIdSchema } from './schemas/knownPendingId.ts'

export interface ConvertCorpGroupExternalUseridsToPendingIdsParams {
  /** External_userids of customers, 1 to 100. */
  external_userid: string[]
  /**
   * Id of a group chat that contains the customers. If you pass this id, only the owner of the group chat must be in
   * the app's visible range. WeCom ignores ids of people who are not in the group chat.
   */
  chat_id?: string | undefined
}

export interface ConvertCorpGroupExternalUseridsToPendingIdsResult {
  /** The customers for whom WeCom has a pending_id, in any order. Match them by `external_userid`. */
  result: KnownPendingId[]
}

export const convertCorpGroupExternalUseridsToPendingIdsEndpoint: Endpoint<
  ConvertCorpGroupExternalUseridsToPendingIdsParams,
  ConvertCorpGroupExternalUseridsToPendingIdsResult
> = defineEndpoint({
  name: 'convertCorpGroupExternalUseridsToPendingIds',
  method: 'POST',
  path: '/cgi-bin/corpgroup/batch/external_userid_to_pending_id',
  effect: 'read',
  docs: 97357,
  params: wireObject<ConvertCorpGroupExternalUseridsToPendingIdsParams>({
    external_userid: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    chat_id: v.optional(v.string()),
  }),
  result: wireObject<ConvertCorpGroupExternalUseridsToPendingIdsResult>({
    result: v.array(knownPendingIdSchema),
  }),
})

/**
 * external_userid查询pending_id — returns the pending_ids of customers of an upstream or downstream corp (上下游). A
 * pending_id is the temporary id that a person had before becoming a customer. If you stored the pending_id of a
 * person, you can find out which customer this person became. An app that an upstream corp shares with its downstream
 * corps may make this call, with the token of the corp that has the customers.
 *
 * **Customers without a pending_id are missing from the result, and the call succeeds.** `partitionPendingIds` returns
 * the ids of these customers. WeCom has a pending_id of a customer only if `convertUnionidToCorpGroupPendingId`
 * returned this pending_id to the upstream corp's app within the last 90 days.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertCorpGroupExternalUseridsToPendingIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the customers for whom WeCom has a pending_id.
 * @throws {WeComApiError} `40096`: one of the ids was issued to another corp or provider, or no member in the app's
 *   visible range has this customer.
 * @see https://developer.work.weixin.qq.com/document/path/97357
 *
 * @example
 * const { result } = await convertCorpGroupExternalUseridsToPendingIds(client, { external_userid: ['wm1', 'wm2'] })
 * const pendingIds = new Map(result.map(({ external_userid, pending_id }) => [external_userid, pending_id]))
 */
export function convertCorpGroupExternalUseridsToPendingIds(
  client: Client,
  params: ConvertCorpGroupExternalUseridsToPendingIdsParams,
  options?: RequestOptions,
): Promise<ConvertCorpGroupExternalUseridsToPendingIdsResult> {
  return client.request(convertCorpGroupExternalUseridsToPendingIdsEndpoint, params, options)
}
