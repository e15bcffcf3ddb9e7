import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferredContact, transferredContactSchema } from './schemas/transferredContact.ts'

export interface ListContactTransferResultsParams {
  /** Userid of the member who had the customers before the transfer. */
  handover_userid: string
  /** Userid of the member who has the customers after the transfer. */
  takeover_userid: string
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListContactTransferResultsResult {
  /** The customers transferred from `handover_userid` to `takeover_userid`, at most 1000 per page. */
  customer: TransferredContact[]
  /** Cursor of the next page. Empty or absent on the last page. */
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
 * 查询客户接替状态 — lists the customers that `transferContacts` transferred from one active member to another, with the status
 * of each transfer. For customers of a member who left, use `listResignedContactTransferResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListContactTransferResultsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listContactTransferResults(client, params))` yields the items of all
 *   pages.
 * @throws {WeComApiError} `60111`: a userid is unknown, or outside the app's visible range.
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
