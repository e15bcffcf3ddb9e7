import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import { type CustomerTagChange, customerTagChangeEntries } from './schemas/customerTagChange.ts'

export interface UpdateStrategyTagParams extends CustomerTagChange {}

export interface UpdateStrategyTagResult {}

export const updateStrategyTagEndpoint: Endpoint<UpdateStrategyTagParams, UpdateStrategyTagResult> = defineEndpoint({
  name: 'updateStrategyTag',
  method: 'POST',
  path: '/cgi-bin/externalcontact/edit_strategy_tag',
  effect: 'write',
  docs: 94882,
  params: wireObject<UpdateStrategyTagParams>(customerTagChangeEntries),
  result: wireObject<UpdateStrategyTagResult>({}),
})

/**
 * 编辑指定规则组下的企业客户标签 — changes the name or the sort weight of a tag or tag group of a rule group.
 *
 * An app can change only tags that it created. A tag cannot be moved to another rule group.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateStrategyTagParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `40068`: unknown tag or tag group. `40071`: the name is taken.
 * @see https://developer.work.weixin.qq.com/document/path/94882
 *
 * @example
 * await updateStrategyTag(client, { id: 'st1', name: '重要客户' })
 */
export function updateStrategyTag(
  client: Client,
  params: UpdateStrategyTagParams,
  options?: RequestOptions,
): Promise<UpdateStrategyTagResult> {
  return client.request(updateStrategyTagEndpoint, params, options)
}
