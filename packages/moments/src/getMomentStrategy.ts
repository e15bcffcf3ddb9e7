import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type MomentStrategyPrivilege, momentStrategyPrivilegeSchema } from './schemas/momentStrategyPrivilege.ts'

export interface GetMomentStrategyParams {
  /** Id of the rule group to read. The app must have created the rule group. */
  strategy_id: number
}

export interface GetMomentStrategyResult {
  strategy: MomentStrategy
}

/** A moment rule group, without the members and departments in its range. `listMomentStrategyRange` returns them. */
export interface MomentStrategy {
  strategy_id: number
  /** Id of the parent of the rule group. 0 if the group has no parent. */
  parent_id: number
  strategy_name: string
  /** Creation time of the rule group, in unix seconds. */
  create_time: number
  /** Userids of the admins of the rule group. */
  admin_list: string[]
  privilege: MomentStrategyPrivilege
}

export const getMomentStrategyEndpoint: Endpoint<GetMomentStrategyParams, GetMomentStrategyResult> = defineEndpoint({
  name: 'getMomentStrategy',
  method: 'POST',
  path: '/cgi-bin/externalcontact/moment_strategy/get',
  effect: 'read',
  docs: 94890,
  params: wireObject<GetMomentStrategyParams>({
    strategy_id: v.pipe(v.number(), v.integer()),
  }),
  result: wireObject<GetMomentStrategyResult>({
    strategy: wireObject<MomentStrategy>({
      strategy_id: v.number(),
      parent_id: v.number(),
      strategy_name: v.string(),
      create_time: v.number(),
      admin_list: v.array(v.string()),
      privilege: momentStrategyPrivilegeSchema,
    }),
  }),
})

/**
 * 获取规则组详情 — reads one moment rule group with its admins and rights.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMomentStrategyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the rule group.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage moment rule groups.
 * @see https://developer.work.weixin.qq.com/document/path/94890
 *
 * @example
 * const { strategy } = await getMomentStrategy(client, { strategy_id: 1 })
 */
export function getMomentStrategy(
  client: Client,
  params: GetMomentStrategyParams,
  options?: RequestOptions,
): Promise<GetMomentStrategyResult> {
  return client.request(getMomentStrategyEndpoint, params, options)
}
