import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type MomentStrategyPrivilegeParams,
  momentStrategyPrivilegeParamsSchema,
} from './schemas/momentStrategyPrivilegeParams.ts'
import { type MomentStrategyRangeParams, momentStrategyRangeParamsSchema } from './schemas/momentStrategyRangeParams.ts'

export interface UpdateMomentStrategyParams {
  /** A rule group that this app created. */
  strategy_id: number
  strategy_name?: string | undefined
  /** userids of the admins, at most 20; they replace all earlier ones. An empty or omitted list changes nothing. */
  admin_list?: string[] | undefined
  /**
   * Replaces all rights: rights that are omitted are reset. An empty or omitted object changes nothing.
   * Has no effect if the group has a parent.
   */
  privilege?: MomentStrategyPrivilegeParams | undefined
  /** Members and departments to add, within the range of the parent; the group covers 3000 at most. */
  range_add?: MomentStrategyRangeParams[] | undefined
  /** Members and departments to remove. */
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
 * Admins and rights are replaced as a whole; the range has fields for additions and removals. Create and update rule
 * groups one after the other: WeCom refuses two such calls at the same time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateMomentStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app may not manage moment rule groups.
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
