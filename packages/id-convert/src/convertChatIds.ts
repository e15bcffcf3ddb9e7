import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertChatIdsParams {
  /**
   * Ids of group chats, 1 to 100. Pass the corp's ids (the ids that the corp's own apps receive), not the service
   * provider's (服务商) ids. The owners of the group chats must be in the app's visible range.
   */
  chat_id_list: string[]
}

export interface ConvertChatIdsResult {
  items: ConvertedChatId[]
  /** Those ids of `chat_id_list` that WeCom could not convert. Absent if WeCom converted all ids. */
  invalid_chat_id_list?: string[] | undefined
}

/**
 * Two ids of a group chat: the id that you passed, and the id that the service provider (服务商) of the app receives. A
 * corp and a provider receive different ids for the same group chat.
 */
export interface ConvertedChatId {
  /** Id of the group chat, as you passed it. */
  chat_id: string
  /**
   * Id of the same group chat, as the service provider (服务商) of the app receives it. If you passed the service
   * provider's id, WeCom returns it unchanged.
   */
  new_chat_id: string
}

export const convertChatIdsEndpoint: Endpoint<ConvertChatIdsParams, ConvertChatIdsResult> = defineEndpoint({
  name: 'convertChatIds',
  method: 'POST',
  path: '/cgi-bin/idconvert/chatid',
  effect: 'read',
  docs: 99601,
  params: wireObject<ConvertChatIdsParams>({
    chat_id_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
  }),
  result: wireObject<ConvertChatIdsResult>({
    items: v.array(wireObject<ConvertedChatId>({ chat_id: v.string(), new_chat_id: v.string() })),
    invalid_chat_id_list: v.optional(v.array(v.string())),
  }),
})

/**
 * 群ID转换接口 — converts ids of group chats. A corp and a provider receive different ids for the same group chat. This call
 * returns the provider's id for each of the corp's ids. Provider-developed apps (代开发应用) may call this function after
 * `scheduleChatIdUpgrade`, until the `upgrade_time` that they passed to `scheduleChatIdUpgrade`. After the
 * `upgrade_time`, WeCom refuses the call.
 *
 * **The call succeeds even if WeCom cannot convert some ids.** It returns these ids in `invalid_chat_id_list`, which
 * may be absent.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertChatIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the converted ids, and the ids that WeCom could not convert.
 * @throws {WeComApiError} `48002`: the app is not provider-developed, or lacks the permission for basic customer
 *   information (客户基础信息).
 * @see https://developer.work.weixin.qq.com/document/path/99601
 *
 * @example
 * const { items } = await convertChatIds(client, { chat_id_list: ['wr1', 'wr2'] })
 * const newIds = new Map(items.map(({ chat_id, new_chat_id }) => [chat_id, new_chat_id]))
 */
export function convertChatIds(
  client: Client,
  params: ConvertChatIdsParams,
  options?: RequestOptions,
): Promise<ConvertChatIdsResult> {
  return client.request(convertChatIdsEndpoint, params, options)
}
