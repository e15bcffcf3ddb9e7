import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type CustomerStrategyPrivilegeParams,
  customerStrategyPrivilegeParamsSchema,
} from './schemas/customerStrategyPrivilegeParams.ts'
import {
  type CustomerStrategyRangeParams,
  customerStrategyRangeParamsSchema,
} from './schemas/customerStrategyRangeParams.ts'

export interface UpdateCustomerStrategyParams {
  /** Id of the rule group to change. The app must have created the rule group. */
  strategy_id: number
  strategy_name?: string | undefined
  /**
   * Userids of the admins of the rule group, at most 20. They replace all earlier admins. An empty or omitted list
   * changes nothing.
   */
  admin_list?: string[] | undefined
  /**
   * Rights of the admins of the rule group. They replace all earlier rights. A right that you leave out is switched on,
   * so pass every right. An empty or omitted object changes nothing. The rights have no effect if the group has a
   * parent.
   */
  privilege?: CustomerStrategyPrivilegeParams | undefined
  /**
   * Members and departments to add to the range of the rule group, at most 100 per call. If the group has a parent, all
   * must be in the range of the parent.
   */
  range_add?: CustomerStrategyRangeParams[] | undefined
  /** Members and departments to remove from the range of the rule group, at most 100 per call. */
  range_del?: CustomerStrategyRangeParams[] | undefined
}

export interface UpdateCustomerStrategyResult {}

export const updateCustomerStrategyEndpoint: Endpoint<UpdateCustomerStrategyParams, UpdateCustomerStrategyResult> =
  defineEndpoint({
    name: 'updateCustomerStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_strategy/edit',
    effect: 'write',
    docs: 94883,
    params: wireObject<UpdateCustomerStrategyParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
      strategy_name: v.optional(v.string()),
      admin_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(20))),
      privilege: v.optional(customerStrategyPrivilegeParamsSchema),
      range_add: v.optional(v.pipe(v.array(customerStrategyRangeParamsSchema), v.maxLength(100))),
      range_del: v.optional(v.pipe(v.array(customerStrategyRangeParamsSchema), v.maxLength(100))),
    }),
    result: wireObject<UpdateCustomerStrategyResult>({}),
  })

/**
 * 编辑规则组及其管理范围 — changes a customer rule group and its range.
 *
 * New admins and new rights replace all earlier ones. To change the range, use `range_add` and `range_del`. Create and
 * update rule groups one after the other, because WeCom refuses two such calls at the same time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateCustomerStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `60111`: a userid is unknown, or outside the app's visible range. `60030`: a department in
 *   `range_add` is outside the app's visible range. For a member in `range_add`, WeCom may return `60111` or `60030`.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * const { strategy } = await getCustomerStrategy(client, { strategy_id: 1 })
 * await updateCustomerStrategy(client, {
 *   strategy_id: 1,
 *   privilege: { ...strategy.privilege, export_customer_list: false },
 *   range_add: [{ type: 1, userid: 'lisi' }],
 * })
 */
export function updateCustomerStrategy(
  client: Client,
  params: UpdateCustomerStrategyParams,
  options?: RequestOptions,
): Promise<UpdateCustomerStrategyResult> {
  return client.request(updateCustomerStrategyEndpoint, params, options)
}
