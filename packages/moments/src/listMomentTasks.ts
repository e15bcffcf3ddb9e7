import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMomentTasksParams {
  /** Id of a moment that the corp created. A moment that a member created has no tasks. */
  moment_id: string
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of members per page: 1 to 1000, default 500. WeCom treats a larger number as the default. */
  limit?: number | undefined
}

export interface ListMomentTasksResult {
  task_list: MomentTask[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

/** A member whom the corp asked to publish a moment, and whether the member has published it. */
export interface MomentTask {
  userid: string
  /** Whether the member has published the moment: 0 no, 1 yes. */
  publish_status: 0 | 1 | (number & {})
}

export const listMomentTasksEndpoint: PagedEndpoint<ListMomentTasksParams, ListMomentTasksResult, 'task_list'> =
  defineEndpoint({
    name: 'listMomentTasks',
    method: 'POST',
    path: '/cgi-bin/externalcontact/get_moment_task',
    effect: 'read',
    docs: 93333,
    params: wireObject<ListMomentTasksParams>({
      moment_id: v.pipe(v.string(), v.nonEmpty()),
      cursor: v.optional(v.string()),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
    result: wireObject<ListMomentTasksResult>({
      task_list: v.array(
        wireObject<MomentTask>({
          userid: v.string(),
          publish_status: v.number(),
        }),
      ),
      next_cursor: v.optional(v.string()),
    }),
    pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'task_list' },
  })

/**
 * 获取客户朋友圈企业发表的列表 — lists the members whom the corp asked to publish a moment. Each entry shows whether the member has
 * published it.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentTasksParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMomentTasks(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `41079`: WeCom is still distributing the moment to members, and all retries of the client
 *   failed. Try later. `41060`: invalid moment_id. `41067`: the moment was not created by the corp.
 * @see https://developer.work.weixin.qq.com/document/path/93333
 *
 * @example
 * const { task_list } = await listMomentTasks(client, { moment_id: 'mom1' })
 */
export function listMomentTasks(
  client: Client,
  params: ListMomentTasksParams,
  options?: RequestOptions,
): Paged<ListMomentTasksResult, MomentTask> {
  return requestPaged(client, listMomentTasksEndpoint, params, options)
}
