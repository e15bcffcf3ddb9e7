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

export interface CreateCustomerStrategyParams {
  /** Id of the parent of the new rule group. Default 0: no parent. The parent cannot be changed later. */
  parent_id?: number | undefined
  strategy_name: string
  /** Userids of the admins of the new rule group, 1 to 20. A super admin of the corp is not allowed. */
  admin_list: string[]
  /** Rights of the admins of the new rule group. If the group has a parent, the rights of the parent apply instead. */
  privilege?: CustomerStrategyPrivilegeParams | undefined
  /**
   * The members and departments that the new rule group manages, at most 100 per call. If the group has a parent, all
   * must be in the range of the parent.
   */
  range: CustomerStrategyRangeParams[]
}

export interface CreateCustomerStrategyResult {
  strategy_id: number
}

export const createCustomerStrategyEndpoint: Endpoint<CreateCustomerStrategyParams, CreateCustomerStrategyResult> =
  defineEndpoint({
    name: 'createCustomerStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_strategy/create',
    effect: 'create',
    docs: 94883,
    params: wireObject<CreateCustomerStrategyParams>({
      parent_id: v.optional(v.pipe(v.number(), v.integer())),
      strategy_name: v.pipe(v.string(), v.nonEmpty()),
      admin_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(20)),
      privilege: v.optional(customerStrategyPrivilegeParamsSchema),
      range: v.pipe(v.array(customerStrategyRangeParamsSchema), v.maxLength(100)),
    }),
    result: wireObject<CreateCustomerStrategyResult>({
      strategy_id: v.number(),
    }),
    checkWith: 'listCustomerStrategies',
  })

/**
 * 创建新的规则组 — creates a customer rule group. The admins of the rule group have rights over the customers of the members
 * in the rule group. Only the app that creates the rule group can read and change it.
 *
 * Create and update rule groups one after the other, because WeCom refuses two such calls at the same time. Rule groups
 * can be nested 5 levels deep. A rule group manages at most 3000 members and departments. This call adds at most 100 of
 * them. Add the others with `updateCustomerStrategy`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateCustomerStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new rule group.
 * @throws {WeComApiError} `60111`: a userid is unknown, or outside the app's visible range. `60030`: a department in
 *   `range` is outside the app's visible range. For a member in `range`, WeCom may return `60111` or `60030`.
 * @see https://developer.work.weixin.qq.com/document/path/94883
 *
 * @example
 * const { strategy_id } = await createCustomerStrategy(client, {
 *   strategy_name: '华东区',
 *   admin_list: ['zhangsan'],
 *   privilege: { export_customer_list: false },
 *   range: [{ type: 2, partyid: 7 }],
 * })
 */
export function createCustomerStrategy(
  client: Client,
  params: CreateCustomerStrategyParams,
  options?: RequestOptions,
): Promise<CreateCustomerStrategyResult> {
  return client.request(createCustomerStrategyEndpoint, params, options)
}
