import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type MassMessageDelivery, massMessageDeliverySchema } from './schemas/massMessageDelivery.ts'

export interface ListMassMessageSendResultsParams {
  /** Id of the mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
  /** Userid of the member who sends the message. `listMassMessageTasks` lists these members. */
  userid: string
  /** Number of receivers per page: 1 to 1000, default 500. WeCom treats more than 1000 as 500. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListMassMessageSendResultsResult {
  /**
   * The status of the message for each receiver of the member `userid`. If the message goes to group chats, the list
   * contains only the group chats that the member owns and has selected for the message. Check every `status`.
   */
  send_list: MassMessageDelivery[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

export const listMassMessageSendResultsEndpoint: PagedEndpoint<
  ListMassMessageSendResultsParams,
  ListMassMessageSendResultsResult,
  'send_list'
> = defineEndpoint({
  name: 'listMassMessageSendResults',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_groupmsg_send_result',
  effect: 'read',
  docs: 93338,
  params: wireObject<ListMassMessageSendResultsParams>({
    msgid: v.pipe(v.string(), v.nonEmpty()),
    userid: v.pipe(v.string(), v.nonEmpty()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListMassMessageSendResultsResult>({
    send_list: v.array(massMessageDeliverySchema),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'send_list' },
})

/**
 * 获取企业群发成员执行结果 — lists the receivers to whom one member sends a mass message, with the status for each receiver.
 *
 * For messages created before 2020-11-17, use `getMassMessageResultLegacy`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMassMessageSendResultsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMassMessageSendResults(client, params))` yields the items of all
 *   pages.
 * @throws {WeComApiError} `41063`: WeCom is still distributing the message to members. This is common right after the
 *   message was created. Try later. `41047`: invalid msgid. `40003`: invalid userid. `50100`: invalid cursor.
 * @see https://developer.work.weixin.qq.com/document/path/93338
 *
 * @example
 * const { send_list } = await listMassMessageSendResults(client, { msgid: 'msg1', userid: 'zhangsan' })
 */
export function listMassMessageSendResults(
  client: Client,
  params: ListMassMessageSendResultsParams,
  options?: RequestOptions,
): Paged<ListMassMessageSendResultsResult, MassMessageDelivery> {
  return requestPaged(client, listMassMessageSendResultsEndpoint, params, options)
}
