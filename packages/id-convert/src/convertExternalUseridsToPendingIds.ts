import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type KnownPendingId, knownPendingIdSchema } from './schemas/knownPendingId.ts'

export interface ConvertExternalUseridsToPendingIdsParams {
  /** Customers, 1 to 100. */
  external_userid: string[]
  /** A group they are in: then its owner alone has to be in the app's scope. Ids that are not in it are skipped. */
  chat_id?: string | undefined
}

export interface ConvertExternalUseridsToPendingIdsResult {
  /** Those that were found, not all that were asked for: match them by `external_userid`, never by position. */
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
 * external_userid查询pending_id — tells which new customers had a pending_id before, and so which WeChat users they are.
 * For third-party and provider-developed apps.
 *
 * **A customer without a pending_id is missing from the result, and the call succeeds all the same:**
 * `partitionPendingIds` separates them from the others. WeCom finds only customers whose pending_id
 * `convertUnionidToExternalUserid` handed out, no more than 90 days ago.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertExternalUseridsToPendingIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns what was found.
 * @throws {WeComApiError} `40096`: an id belongs to another caller, or nobody in the app's scope has this customer.
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
