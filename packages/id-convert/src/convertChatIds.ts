import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertChatIdsParams {
  /** The corp's ids of group chats, 1 to 100. Their owners must be in the app's visible range. */
  chat_id_list: string[]
}

export interface ConvertChatIdsResult {
  items: ConvertedChatId[]
  /** Ids that could not be converted. Absent if there are none. */
  invalid_chat_id_list?: string[] | undefined
}

/** The two ids of a group chat: the corp's and the provider's. */
export interface ConvertedChatId {
  /** The corp's id, as in the parameters. */
  chat_id: string
  /** The provider's id. If the parameter was the provider's id already, it is the same id. */
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
 * 群ID转换接口 — converts the corp's ids of group chats into the provider's. Provider-developed apps may call it between
 * `scheduleChatIdUpgrade` and its `upgrade_time`. WeCom refuses the call afterwards.
 *
 * **The call succeeds even if ids cannot be converted:** it lists them in `invalid_chat_id_list`, which may be absent.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertChatIdsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the ids that were converted, and those that were not.
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
