import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'

export interface UpgradeChatIdsForNewCorpsParams {}

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
 * 对所有新授权企业升级群ID — upgrades the ids of group chats for all corps that will authorise a template of provider-developed
 * apps from now on. In these corps, the apps receive the ids that the provider's third-party apps receive. The call
 * needs the suite token of the template.
 *
 * The call does not affect corps that have authorised the template before. Call `scheduleChatIdUpgrade` for each of
 * them. **This cannot be undone.**
 *
 * @param client - made by `createClient`, with a `suiteToken`.
 * @param params - none: `{}`.
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
