import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type MomentStrategyPrivilegeParams,
  momentStrategyPrivilegeParamsSchema,
} from './schemas/momentStrategyPrivilegeParams.ts'
import { type MomentStrategyRangeParams, momentStrategyRangeParamsSchema } from './schemas/momentStrategyRangeParams.ts'

export interface CreateMomentStrategyParams {
  /** Id of the parent of the new rule group. Default 0: no parent. The parent cannot be changed later. */
  parent_id?: number | undefined
  strategy_name: string
  /** Userids of the admins of the new rule group, 1 to 20. A super admin of the corp is not allowed. */
  admin_list: string[]
  /** Rights of the admins of the new rule group. If the group has a parent, the rights of the parent apply instead. */
  privilege?: MomentStrategyPrivilegeParams | undefined
  /**
   * The members and departments of the new rule group, at most 3000. If the rule group has a parent, every member and
   * department must be in the range of the parent.
   */
  range: MomentStrategyRangeParams[]
}

export interface CreateMomentStrategyResult {
  strategy_id: number
}

export const createMomentStrategyEndpoint: Endpoint<CreateMomentStrategyParams, CreateMomentStrategyResult> =
  defineEndpoint({
    name: 'createMomentStrategy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/moment_strategy/create',
    effect: 'create',
    docs: 94890,
    params: wireObject<CreateMomentStrategyParams>({
      parent_id: v.optional(v.pipe(v.number(), v.integer())),
      strategy_name: v.pipe(v.string(), v.nonEmpty()),
      admin_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(20)),
      privilege: v.optional(momentStrategyPrivilegeParamsSchema),
      range: v.pipe(v.array(momentStrategyRangeParamsSchema), v.maxLength(3000)),
    }),
    result: wireObject<CreateMomentStrategyResult>({
      strategy_id: v.number(),
    }),
    checkWith: 'listMomentStrategies',
  })

/**
 * 创建新的规则组 — creates a moment rule group. The admins of a moment rule group have rights over the moments (朋友圈) of the
 * members in the group. Only the app that creates the rule group can read and change it.
 *
 * Create and update rule groups one after the other, because WeCom refuses two such calls at the same time. Rule groups
 * can be nested 5 levels deep.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateMomentStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new rule group.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * const { strategy_id } = await createMomentStrategy(client, {
 *   strategy_name: '华东区',
 *   admin_list: ['zhangsan'],
 *   privilege: { manage_moment_cover_and_sign: false },
 *   range: [{ type: 2, partyid: 7 }],
 * })
 */
export function createMomentStrategy(
  client: Client,
  params: CreateMomentStrategyParams,
  options?: RequestOptions,
): Promise<CreateMomentStrategyResult> {
  return client.request(createMomentStrategyEndpoint, params, options)
}
