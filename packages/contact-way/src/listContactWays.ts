import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListContactWaysParams {
  /** Start of the time range in which the contact ways were created, in unix seconds. Default: 90 days ago. */
  start_time?: number | undefined
  /** End of the time range in which the contact ways were created, in unix seconds. Default: the current time. */
  end_time?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of contact ways per page: 1 to 1000, default 100. */
  limit?: number | undefined
}

export interface ListContactWaysResult {
  contact_way: ListedContactWay[]
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
}

/** A contact way, with its id only. `getContactWay` returns its settings. */
export interface ListedContactWay {
  config_id: string
}

export const listContactWaysEndpoint: PagedEndpoint<ListContactWaysParams, ListContactWaysResult, 'contact_way'> =
  defineEndpoint({
    name: 'listContactWays',
    method: 'POST',
    path: '/cgi-bin/externalcontact/list_contact_way',
    effect: 'read',
    docs: 92228,
    params: v.pipe(
      wireObject<ListContactWaysParams>({
        start_time: v.optional(v.pipe(v.number(), v.integer())),
        end_time: v.optional(v.pipe(v.number(), v.integer())),
        cursor: v.optional(v.string()),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
      }),
      v.check(
        ({ start_time = 0, end_time = Infinity }) => end_time >= start_time,
        'end_time must not be before start_time',
      ),
    ),
    result: wireObject<ListContactWaysResult>({
      contact_way: v.array(wireObject<ListedContactWay>({ config_id: v.string() })),
      next_cursor: v.optional(v.string()),
    }),
    pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'contact_way' },
  })

/**
 * 获取企业已配置的「联系我」列表 — lists the ids of the contact ways that were created in a time range.
 *
 * **Without `start_time`, the call lists only contact ways of the last 90 days.** Contact ways created before
 * 2021-07-10 and contact ways for temporary sessions are never listed.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListContactWaysParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listContactWays(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `50100`: invalid cursor. `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92228
 *
 * @example
 * const start_time = Date.parse('2021-07-10T00:00:00+08:00') / 1000
 * const { contact_way, next_cursor } = await listContactWays(client, { start_time, limit: 1000 })
 */
export function listContactWays(
  client: Client,
  params: ListContactWaysParams = {},
  options?: RequestOptions,
): Paged<ListContactWaysResult, ListedContactWay> {
  return requestPaged(client, listContactWaysEndpoint, params, options)
}
