import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListMomentStrategiesParams {
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of rule groups per page: 1 to 1000, default 1000. */
  limit?: number | undefined
}

export interface ListMomentStrategiesResult {
  /** The rule groups. The value is a list, although WeCom uses the singular for the field name. */
  strategy: ListedMomentStrategy[]
  /** Cursor of the next page. Absent on the last page. */
  next_cursor?: string | undefined
}

/** A moment rule group, with its id only. `getMomentStrategy` returns its details. */
export interface ListedMomentStrategy {
  strategy_id: number
}

export const listMomentStrategiesEndpoint: PagedEndpoint<
  ListMomentStrategiesParams,
  ListMomentStrategiesResult,
  'strategy'
> = defineEndpoint({
  name: 'listMomentStrategies',
  method: 'POST',
  path: '/cgi-bin/externalcontact/moment_strategy/list',
  effect: 'read',
  docs: 94890,
  params: wireObject<ListMomentStrategiesParams>({
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  }),
  result: wireObject<ListMomentStrategiesResult>({
    strategy: v.array(wireObject<ListedMomentStrategy>({ strategy_id: v.number() })),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'strategy' },
})

/**
 * 获取规则组列表 — lists the moment rule groups that this app created.
 * Rule groups of other apps and of the admin console are not listed.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentStrategiesParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMomentStrategies(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * const { strategy } = await listMomentStrategies(client)
 */
export function listMomentStrategies(
  client: Client,
  params: ListMomentStrategiesParams = {},
  options?: RequestOptions,
): Paged<ListMomentStrategiesResult, ListedMomentStrategy> {
  return requestPaged(client, listMomentStrategiesEndpoint, params, options)
}
