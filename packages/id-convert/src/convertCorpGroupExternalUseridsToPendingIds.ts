import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type KnownPendingId, knownPendingIdSchema } from './schemas/knownPendingId.ts'

export interface ConvertCorpGroupExternalUseridsToPendingIdsParams {
  /** External_userids of the customers, 1 to 100. */
  external_userid: string[]
  /**
   * Id of a group chat of these people. If it is given, only its owner must be in the visible range, and WeCom ignores
   * ids of people outside the group chat.
   */
  chat_id?: string | undefined
}

export interface ConvertCorpGroupExternalUseridsToPendingIdsResult {
  /** The customers that were found. Match them by `external_userid`, not by position. */
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
 * external_userid查询pending_id — finds the pending_ids of new customers of an upstream or downstream corp (上下游). An app
 * that an upstream corp shares may call it, with the token of the corp that has the customers.
 *
 * **Customers without a pending_id are missing from the result, and the call succeeds:** `partitionPendingIds` names
 * them. WeCom finds only customers whose pending_id the upstream app got from `convertUnionidToCorpGroupPendingId`
 * within the last 90 days.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertCorpGroupExternalUseridsToPendingIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the customers that were found.
 * @throws {WeComApiError} `40096`: an id belongs to another caller, or no member in the visible range has this customer.
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
