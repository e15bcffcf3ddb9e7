import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferredContact, transferredContactSchema } from './schemas/transferredContact.ts'

export interface ListResignedContactTransferResultsParams {
  /** Userid of the member who left the corp. */
  handover_userid: string
  /** Userid of the member who has the customers after the transfer. */
  takeover_userid: string
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListResignedContactTransferResultsResult {
  /** The customers transferred from `handover_userid` to `takeover_userid`, at most 1000 per page. */
  customer: TransferredContact[]
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
}

export const listResignedContactTransferResultsEndpoint: PagedEndpoint<
  ListResignedContactTransferResultsParams,
  ListResignedContactTransferResultsResult,
  'customer'
> = defineEndpoint({
  name: 'listResignedContactTransferResults',
  method: 'POST',
  path: '/cgi-bin/externalcontact/resigned/transfer_result',
  effect: 'read',
  docs: 94082,
  params: wireObject<ListResignedContactTransferResultsParams>({
    handover_userid: v.pipe(v.string(), v.nonEmpty()),
    takeover_userid: v.pipe(v.string(), v.nonEmpty()),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListResignedContactTransferResultsResult>({
    customer: v.array(transferredContactSchema),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'customer' },
})

/**
 * 查询客户接替状态 — lists the customers that `transferResignedContacts` transferred from a member who left, with the status of
 * each transfer. For transfers between active members, use `listContactTransferResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListResignedContactTransferResultsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listResignedContactTransferResults(client, params))` yields the items of
 *   all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to assign the customers of resigned members.
 * @see https://developer.work.weixin.qq.com/document/path/94082
 *
 * @example
 * const { customer } = await listResignedContactTransferResults(client, {
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 * })
 */
export function listResignedContactTransferResults(
  client: Client,
  params: ListResignedContactTransferResultsParams,
  options?: RequestOptions,
): Paged<ListResignedContactTransferResultsResult, TransferredContact> {
  return requestPaged(client, listResignedContactTransferResultsEndpoint, params, options)
}
