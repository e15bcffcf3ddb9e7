import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'

export interface UpgradeChatIdsForNewCorpsParams extends NoParams {}

export interface UpgradeChatIdsForNewCorpsResult {}

export const upgradeChatIdsForNewCorpsEndpoint: Endpoint<
  UpgradeChatIdsForNewCorpsParams,
  UpgradeChatIdsForNewCorpsResult
> = defineEndpoint({
  name: 'upgradeChatIdsForNewCorps',
  method: 'GET',
  path: '/cgi-bin/idconvert/upgrade_chatid_for_new_corp',
  effect: 'write',
  token: 'suite',
  docs: 99601,
  params: wireObject<UpgradeChatIdsForNewCorpsParams>({}),
  result: wireObject<UpgradeChatIdsForNewCorpsResult>({}),
})

/**
 * 对所有新授权企业升级群ID — upgrades the ids of group chats for all corps that authorize your app template (代开发应用模板) after this
 * call. In these corps, the apps from the template receive the same ids of group chats as your third-party apps.
 *
 * **This call cannot be undone.** It does not affect corps that authorized the template before the call. For each of
 * those corps, call `scheduleChatIdUpgrade`.
 *
 * @param client - made by `createClient`, with the `suiteToken` of your template.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `42009`: the suite token is expired.
 * @see https://developer.work.weixin.qq.com/document/path/99601
 *
 * @example
 * await upgradeChatIdsForNewCorps(client)
 */
export function upgradeChatIdsForNewCorps(
  client: Client,
  params: UpgradeChatIdsForNewCorpsParams = {},
  options?: RequestOptions,
): Promise<UpgradeChatIdsForNewCorpsResult> {
  return client.request(upgradeChatIdsForNewCorpsEndpoint, params, options)
}
