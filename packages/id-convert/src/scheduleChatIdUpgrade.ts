import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ScheduleChatIdUpgradeParams {
  /**
   * Time at which the app changes from old to new ids of group chats, in unix seconds. It must be between now and 7
   * days from now.
   */
  upgrade_time: number
}

export interface ScheduleChatIdUpgradeResult {}

export const scheduleChatIdUpgradeEndpoint: Endpoint<ScheduleChatIdUpgradeParams, ScheduleChatIdUpgradeResult> =
  defineEndpoint({
    name: 'scheduleChatIdUpgrade',
    method: 'POST',
    path: '/cgi-bin/idconvert/apply_to_upgrade_chatid',
    effect: 'write',
    docs: 99601,
    params: wireObject<ScheduleChatIdUpgradeParams>({
      upgrade_time: v.pipe(v.number(), v.integer()),
    }),
    result: wireObject<ScheduleChatIdUpgradeResult>({}),
  })

/**
 * 申请群ID的升级 — sets the time at which a provider-developed app (代开发应用) changes from old to new ids of group chats. The
 * old ids are the corp's ids. The new ids are the ids that the provider's third-party apps receive.
 *
 * Until `upgrade_time`, the app may send old and new ids, and results contain old ids. Use this time to convert your
 * stored old ids with `convertChatIds`. From `upgrade_time` on, the app must send new ids, and results contain new ids.
 * **The upgrade cannot be undone.**
 *
 * @param client - made by `createClient`.
 * @param params - {@link ScheduleChatIdUpgradeParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `48002`: the app is not provider-developed, or lacks the permission for basic customer
 *   information (客户基础信息).
 * @see https://developer.work.weixin.qq.com/document/path/99601
 *
 * @example
 * const inThreeDays = Math.floor(Date.now() / 1000) + 3 * 24 * 60 * 60
 * await scheduleChatIdUpgrade(client, { upgrade_time: inThreeDays })
 */
export function scheduleChatIdUpgrade(
  client: Client,
  params: ScheduleChatIdUpgradeParams,
  options?: RequestOptions,
): Promise<ScheduleChatIdUpgradeResult> {
  return client.request(scheduleChatIdUpgradeEndpoint, params, options)
}
