import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListCustomerStrategyRangeParams {
  /** Id of the rule group. The app must have created the rule group. */
  strategy_id: number
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of members and departments per page: 1 to 1000, default 1000. */
  limit?: number | undefined
}

export interface ListCustomerStrategyRangeResult {
  range: CustomerStrategyRange[]
  /** Cursor of the next page. Absent on the last page. */
  next_cursor?: string | undefined
}

/** A member or a department that a customer rule group manages. */
export interface CustomerStrategyRange {
  /** Kind of the entry: 1 is a member (`userid` is present), 2 is a department (`partyid` is present). */
  type: 1 | 2 | (number & {})
  userid?: string | undefined
  /** Id of the department. Present if `type` is 2 (a department). */
  partyid?: number | undefined
}

export const listCustomerStrategyRangeEndpoint: PagedEndpoint<
  ListCustomerStrategyRangeParams,
  ListCustomerStrategyRangeResult,
  'range'
> = defineEndpoint({
  name: 'listCustomerStrategyRange',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_strategy/get_range',
  effect: 'read',
  docs: 94883,
  params: wireObject<ListCustomerStrategyRangeParams>({
    strategy_id: v.pipe(v.number(), v.integer()),
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  }),
  result: wireObject<ListCustomerStrategyRangeResult>({
    range: v.array(
      wireObject<CustomerStrategyRange>({
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
 * 获取规则组管理范围 — lists the members and departments that a customer rule group manages.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListCustomerStrategyRangeParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listCustomerStrategyRange(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage customer rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * const { range } = await listCustomerStrategyRange(client, { strategy_id: 1 })
 */
export function listCustomerStrategyRange(
  client: Client,
  params: ListCustomerStrategyRangeParams,
  options?: RequestOptions,
): Paged<ListCustomerStrategyRangeResult, CustomerStrategyRange> {
  return requestPaged(client, listCustomerStrategyRangeEndpoint, params, options)
}
