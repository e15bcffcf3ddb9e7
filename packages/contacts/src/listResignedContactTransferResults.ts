import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferredContact, transferredContactSchema } from './schemas/transferredContact.ts'

export interface ListResignedContactTransferResultsParams {
  /** The member who left. */
  handover_userid: string
  /** The member who takes the customers over. */
  takeover_userid: string
  /** `next_cursor` of the previous page; omit it on the first call. */
  cursor?: string | undefined
}

export interface ListResignedContactTransferResultsResult {
  /** The customers between these two members, at most 1000 per page. */
  customer: TransferredContact[]
  /** Empty or absent on the last page. */
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
 * 查询客户接替状态 — lists the state of each transfer from a resigned member.
 * These are the transfers of `transferResignedContacts`; between active members use `listContactTransferResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListResignedContactTransferResultsParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listResignedContactTransferResults(client, params))` walks all items.
 * @throws {WeComApiError} `48002`: the app may not assign the customers of resigned members.
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
