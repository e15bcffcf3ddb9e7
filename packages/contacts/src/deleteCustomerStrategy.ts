import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteCustomerStrategyParams {
  /** Id of the rule group to delete. The app must have created the rule group. */
  strategy_id: number
}

export interface DeleteCustomerStrategyResult {}

export const deleteCustomerStrategyEndpoint: Endpoint<DeleteCustomerStrategyParams, DeleteCustomerStrategyResult> =
  defineEndpoint({
    name: 'deleteCustomerStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_strategy/del',
    effect: 'write',
    docs: 94883,
    params: wireObject<DeleteCustomerStrategyParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
    }),
    result: wireObject<DeleteCustomerStrategyResult>({}),
  })

/**
 * 删除规则组 — deletes a customer rule group. WeCom does not document what happens to the child groups of the rule group.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteCustomerStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage customer rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * await deleteCustomerStrategy(client, { strategy_id: 1 })
 */
export function deleteCustomerStrategy(
  client: Client,
  params: DeleteCustomerStrategyParams,
  options?: RequestOptions,
): Promise<DeleteCustomerStrategyResult> {
  return client.request(deleteCustomerStrategyEndpoint, params, options)
}
