import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListCustomerStrategiesParams {
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of rule groups per page: 1 to 1000, default 1000. */
  limit?: number | undefined
}

export interface ListCustomerStrategiesResult {
  strategy: ListedCustomerStrategy[]
  /** Cursor of the next page. Absent on the last page. */
  next_cursor?: string | undefined
}

/** A customer rule group, with its id only. `getCustomerStrategy` returns its details. */
export interface ListedCustomerStrategy {
  strategy_id: number
}

export const listCustomerStrategiesEndpoint: PagedEndpoint<
  ListCustomerStrategiesParams,
  ListCustomerStrategiesResult,
  'strategy'
> = defineEndpoint({
  name: 'listCustomerStrategies',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_strategy/list',
  effect: 'read',
  docs: 94883,
  params: wireObject<ListCustomerStrategiesParams>({
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  }),
  result: wireObject<ListCustomerStrategiesResult>({
    strategy: v.array(wireObject<ListedCustomerStrategy>({ strategy_id: v.number() })),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'strategy' },
})

/**
 * 获取规则组列表 — lists the customer rule groups that this app created.
 * Rule groups of other apps and of the admin console are not listed.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListCustomerStrategiesParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listCustomerStrategies(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage customer rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * const { strategy } = await listCustomerStrategies(client)
 */
export function listCustomerStrategies(
  client: Client,
  params: ListCustomerStrategiesParams = {},
  options?: RequestOptions,
): Paged<ListCustomerStrategiesResult, ListedCustomerStrategy> {
  return requestPaged(client, listCustomerStrategiesEndpoint, params, options)
}
