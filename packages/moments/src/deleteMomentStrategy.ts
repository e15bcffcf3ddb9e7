import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteMomentStrategyParams {
  /** Id of the rule group to delete. The app must have created the rule group. */
  strategy_id: number
}

export interface DeleteMomentStrategyResult {}

export const deleteMomentStrategyEndpoint: Endpoint<DeleteMomentStrategyParams, DeleteMomentStrategyResult> =
  defineEndpoint({
    name: 'deleteMomentStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/moment_strategy/del',
    effect: 'write',
    docs: 94890,
    params: wireObject<DeleteMomentStrategyParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
    }),
    result: wireObject<DeleteMomentStrategyResult>({}),
  })

/**
 * 删除规则组 — deletes a moment rule group. WeCom does not document what happens to the child groups of the rule group.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteMomentStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * await deleteMomentStrategy(client, { strategy_id: 1 })
 */
export function deleteMomentStrategy(
  client: Client,
  params: DeleteMomentStrategyParams,
  options?: RequestOptions,
): Promise<DeleteMomentStrategyResult> {
  return client.request(deleteMomentStrategyEndpoint, params, options)
}
