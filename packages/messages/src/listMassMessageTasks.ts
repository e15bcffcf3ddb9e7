import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMassMessageTasksParams {
  /**
   * Id of the mass message, from `createMassMessage` or `listMassMessages`. The call lists the members who were asked
   * to send this message.
   */
  msgid: string
  /** Number of members per page: 1 to 1000, default 500. WeCom treats more than 1000 as 500. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListMassMessageTasksResult {
  /**
   * The members who were asked to send the message, and their status. `getMassMessageProgress` separates the members
   * who have sent the message from the others.
   */
  task_list: MassMessageTask[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

/** A member who was asked to send a mass message, and whether the member has sent it. */
export interface MassMessageTask {
  userid: string
  /**
   * Status of the member's task: 0 not sent yet, 2 sent. The sample in WeCom's documentation also shows 1 for sent. The
   * values differ from the `status` of `MassMessageDelivery`, in which 1 means sent and 2 means failed.
   */
  status: 0 | 1 | 2 | (number & {})
  /** Time when the member sent the message, in unix seconds. Absent if the member has not sent it yet. */
  send_time?: number | undefined
}

export const listMassMessageTasksEndpoint: PagedEndpoint<
  ListMassMessageTasksParams,
  ListMassMessageTasksResult,
  'task_list'
> = defineEndpoint({
  name: 'listMassMessageTasks',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_groupmsg_task',
  effect: 'read',
  docs: 93338,
  params: wireObject<ListMassMessageTasksParams>({
    msgid: v.pipe(v.string(), v.nonEmpty()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListMassMessageTasksResult>({
    task_list: v.array(
      wireObject<MassMessageTask>({
        userid: v.string(),
        status: v.number(),
        send_time: v.optional(v.number()),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'task_list' },
})

/**
 * 获取群发成员发送任务列表 — lists the members who were asked to send a mass message, and whether each of them has sent it.
 *
 * WeCom has no such list for messages created before 2020-11-17.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMassMessageTasksParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMassMessageTasks(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `41063`: WeCom is still distributing the message to members. This is common right after the
 *   message was created. Try later. `41047`: invalid msgid. `50100`: invalid cursor.
 * @see https://developer.work.weixin.qq.com/document/path/93338
 *
 * @example
 * for await (const { userid, status } of listMassMessageTasks(client, { msgid: 'msg1' })) {
 *   if (status === 0) console.log(userid, 'has not sent it yet')
 * }
 */
export function listMassMessageTasks(
  client: Client,
  params: ListMassMessageTasksParams,
  options?: RequestOptions,
): Paged<ListMassMessageTasksResult, MassMessageTask> {
  return requestPaged(client, listMassMessageTasksEndpoint, params, options)
}
