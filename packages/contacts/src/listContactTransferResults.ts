import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferredContact, transferredContactSchema } from './schemas/transferredContact.ts'

export interface ListContactTransferResultsParams {
  /** The member who had the customers. */
  handover_userid: string
  /** The member who takes them over. */
  takeover_userid: string
  /** `next_cursor` of the previous page; omit it on the first call. */
  cursor?: string | undefined
}

export interface ListContactTransferResultsResult {
  /** The customers between these two members, at most 1000 per page. */
  customer: TransferredContact[]
  /** Empty or absent on the last page. */
  next_cursor?: string | undefined
}

export const listContactTransferResultsEndpoint: PagedEndpoint<
  ListContactTransferResultsParams,
  ListContactTransferResultsResult,
  'customer'
> = defineEndpoint({
  name: 'listContactTransferResults',
  method: 'POST',
  path: '/cgi-bin/externalcontact/transfer_result',
  effect: 'read',
  docs: 94088,
  params: wireObject<ListContactTransferResultsParams>({
    handover_userid: v.pipe(v.string(), v.nonEmpty()),
    takeover_userid: v.pipe(v.string(), v.nonEmpty()),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListContactTransferResultsResult>({
    customer: v.array(transferredContactSchema),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'customer' },
})

/**
 * 查询客户接替状态 — lists the state of each transfer between two active members.
 * These are the transfers of `transferContacts`; for a member who left use `listResignedContactTransferResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListContactTransferResultsParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listContactTransferResults(client, params))` walks all items.
 * @throws {WeComApiError} `60111`: unknown userid, or outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/94088
 *
 * @example
 * const { customer } = await listContactTransferResults(client, {
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 * })
 */
export function listContactTransferResults(
  client: Client,
  params: ListContactTransferResultsParams,
  options?: RequestOptions,
): Paged<ListContactTransferResultsResult, TransferredContact> {
  return requestPaged(client, listContactTransferResultsEndpoint, params, options)
}
