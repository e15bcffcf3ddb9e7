import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type MomentStrategyPrivilegeParams,
  momentStrategyPrivilegeParamsSchema,
} from './schemas/momentStrategyPrivilegeParams.ts'
import { type MomentStrategyRangeParams, momentStrategyRangeParamsSchema } from './schemas/momentStrategyRangeParams.ts'

export interface UpdateMomentStrategyParams {
  /** Id of the rule group to change. The app must have created the rule group. */
  strategy_id: number
  strategy_name?: string | undefined
  /**
   * Userids of the admins of the rule group, at most 20. They replace all earlier admins. An empty or omitted list
   * changes nothing.
   */
  admin_list?: string[] | undefined
  /**
   * Rights of the admins of the rule group. They replace all earlier rights, so pass every right. An empty or omitted
   * object changes nothing. The rights have no effect if the group has a parent.
   */
  privilege?: MomentStrategyPrivilegeParams | undefined
  /**
   * Members and departments to add to the range of the rule group. The range can have at most 3000 entries. If the rule
   * group has a parent, every member and department must be in the range of the parent.
   */
  range_add?: MomentStrategyRangeParams[] | undefined
  /** Members and departments to remove from the range of the rule group. */
  range_del?: MomentStrategyRangeParams[] | undefined
}

export interface UpdateMomentStrategyResult {}

export const updateMomentStrategyEndpoint: Endpoint<UpdateMomentStrategyParams, UpdateMomentStrategyResult> =
  defineEndpoint({
    name: 'updateMomentStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/moment_strategy/edit',
    effect: 'write',
    docs: 94890,
    params: wireObject<UpdateMomentStrategyParams>({
      strategy_id: v.pipe(v.number(), v.integer()),
      strategy_name: v.optional(v.string()),
      admin_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(20))),
      privilege: v.optional(momentStrategyPrivilegeParamsSchema),
      range_add: v.optional(v.pipe(v.array(momentStrategyRangeParamsSchema), v.maxLength(3000))),
      range_del: v.optional(v.pipe(v.array(momentStrategyRangeParamsSchema), v.maxLength(3000))),
    }),
    result: wireObject<UpdateMomentStrategyResult>({}),
  })

/**
 * 编辑规则组及其管理范围 — changes a moment rule group and its range.
 *
 * New admins and new rights replace all earlier ones. To change the range, use `range_add` and `range_del`. Create and
 * update rule groups one after the other, because WeCom refuses two such calls at the same time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateMomentStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * const { strategy } = await getMomentStrategy(client, { strategy_id: 1 })
 * await updateMomentStrategy(client, {
 *   strategy_id: 1,
 *   privilege: { ...strategy.privilege, send_moment: false },
 *   range_add: [{ type: 1, userid: 'lisi' }],
 * })
 */
export function updateMomentStrategy(
  client: Client,
  params: UpdateMomentStrategyParams,
  options?: RequestOptions,
): Promise<UpdateMomentStrategyResult> {
  return client.request(updateMomentStrategyEndpoint, params, options)
}
