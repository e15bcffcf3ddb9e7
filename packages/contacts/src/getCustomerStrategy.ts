import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type CustomerStrategyPrivilege, customerStrategyPrivilegeSchema } from './schemas/customerStrategyPrivilege.ts'

export interface GetCustomerStrategyParams {
  /** Id of the rule group to read. The app must have created the rule group. */
  strategy_id: number
}

export interface GetCustomerStrategyResult {
  strategy: CustomerStrategy
}

/**
 * A customer rule group, without the members and departments that it manages. `listCustomerStrategyRange` returns them.
 */
export interface CustomerStrategy {
  strategy_id: number
  /** Id of the parent of the rule group. 0 if the group has no parent. */
  parent_id: number
  strategy_name: string
  /** Creation time of the rule group, in unix seconds. */
  create_time: number
  /** Userids of the admins of the rule group. */
  admin_list: string[]
  privilege: CustomerStrategyPrivilege
}

export const getCustomerStrategyEndpoint: Endpoint<GetCustomerStrategyParams, GetCustomerStrategyResult> =
  defineEndpoint({
    name: 'getCustomerStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_strategy/get',
    effect: 'read',
    docs: 94883,
    params: wireObject<GetCustomerStrategyParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
    }),
    result: wireObject<GetCustomerStrategyResult>({
      strategy: wireObject<CustomerStrategy>({
        strategy_id: v.number(),
        parent_id: v.number(),
        strategy_name: v.string(),
        create_time: v.number(),
        admin_list: v.array(v.string()),
        privilege: customerStrategyPrivilegeSchema,
      }),
    }),
  })

/**
 * 获取规则组详情 — gets one customer rule group with its admins and rights.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetCustomerStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the rule group.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage customer rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * const { strategy } = await getCustomerStrategy(client, { strategy_id: 1 })
 */
export function getCustomerStrategy(
  client: Client,
  params: GetCustomerStrategyParams,
  options?: RequestOptions,
): Promise<GetCustomerStrategyResult> {
  return client.request(getCustomerStrategyEndpoint, params, options)
}
