import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMassMessageTasksParams {
  /** Id of the mass message, from `createMassMessage` or `listMassMessages`. */
  msgid: string
  /** Number of entries per page: 1 to 1000, default 500. WeCom treats more than 1000 as 500. */
  limit?: number | undefined
  /** Cursor of this page: `next_cursor` of the previous page. Omit it on the first call. */
  cursor?: string | undefined
}

export interface ListMassMessageTasksResult {
  /** One entry for each member. `getMassMessageProgress` separates the members who sent the message from the others. */
  task_list: MassMessageTask[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

/** A member who was asked to send a mass message. */
export interface MassMessageTask {
  userid: string
  /**
   * Whether the member has sent the message: 0 not yet, 2 yes. The official sample also shows 1 for sent.
   * `MassMessageDelivery` uses other numbers: 1 sent, 2 failed.
   */
  status: 0 | 1 | 2 | (number & {})
  /** When the member sent the message, in unix seconds. Absent until then. */
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
 * 获取群发成员发送任务列表 — lists the members who were asked to send a mass message, and whether they have.
 *
 * Messages from before 2020-11-17 have no such list.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMassMessageTasksParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listMassMessageTasks(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `41063`: WeCom is still dispatching the message, often right after its creation;
 *   try later. `41047`: invalid msgid. `50100`: invalid cursor.
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
