import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMomentStrategyRangeParams {
  /** Id of the rule group. The app must have created the rule group. */
  strategy_id: number
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of members and departments per page: 1 to 1000, default 1000. */
  limit?: number | undefined
}

export interface ListMomentStrategyRangeResult {
  range: MomentStrategyRange[]
  /** Cursor of the next page. Absent on the last page. */
  next_cursor?: string | undefined
}

/** A member or a department in the range of a moment rule group. */
export interface MomentStrategyRange {
  /** Kind of the entry: 1 is a member (`userid` is present), 2 is a department (`partyid` is present). */
  type: 1 | 2 | (number & {})
  userid?: string | undefined
  /** Id of the department. Present if `type` is 2 (a department). */
  partyid?: number | undefined
}

export const listMomentStrategyRangeEndpoint: PagedEndpoint<
  ListMomentStrategyRangeParams,
  ListMomentStrategyRangeResult,
  'range'
> = defineEndpoint({
  name: 'listMomentStrategyRange',
  method: 'POST',
  path: '/cgi-bin/externalcontact/moment_strategy/get_range',
  effect: 'read',
  docs: 94890,
  params: wireObject<ListMomentStrategyRangeParams>({
    strategy_id: v.pipe(v.number(), v.integer()),
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  }),
  result: wireObject<ListMomentStrategyRangeResult>({
    range: v.array(
      wireObject<MomentStrategyRange>({
        type: v.number(),
        userid: v.optional(v.string()),
        partyid: v.optional(v.number()),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'range' },
})

/**
 * 获取规则组管理范围 — lists the members and departments in the range of a moment rule group.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentStrategyRangeParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMomentStrategyRange(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * const { range } = await listMomentStrategyRange(client, { strategy_id: 1 })
 */
export function listMomentStrategyRange(
  client: Client,
  params: ListMomentStrategyRangeParams,
  options?: RequestOptions,
): Paged<ListMomentStrategyRangeResult, MomentStrategyRange> {
  return requestPaged(client, listMomentStrategyRangeEndpoint, params, options)
}
