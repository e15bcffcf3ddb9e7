import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ConvertOpenGidToChatIdParams {
  /** The opengid of the group chat, decrypted from the data of `wx.getGroupEnterInfo` in a mini program. */
  opengid: string
}

export interface ConvertOpenGidToChatIdResult {
  /** Id of the group chat, for example for `getGroupChat`. */
  chat_id: string
}

export const convertOpenGidToChatIdEndpoint: Endpoint<ConvertOpenGidToChatIdParams, ConvertOpenGidToChatIdResult> =
  defineEndpoint({
    name: 'convertOpenGidToChatId',
    method: 'POST',
    path: '/cgi-bin/externalcontact/opengid_to_chatid',
    effect: 'read',
    docs: 94822,
    params: wireObject<ConvertOpenGidToChatIdParams>({
      opengid: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<ConvertOpenGidToChatIdResult>({
      chat_id: v.string(),
    }),
  })

/**
 * 客户群opengid转换 — returns the id of the group chat from which a person opened a mini program.
 *
 * The call finds only group chats of this corp. A member with the customer-contact feature must have created them.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ConvertOpenGidToChatIdParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the group chat.
 * @throws {WeComApiError} `90509`: the group is not a customer group chat. `90511`: unknown or invalid opengid.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/94822
 *
 * @example
 * const { chat_id } = await convertOpenGidToChatId(client, { opengid: 'og1' })
 */
export function convertOpenGidToChatId(
  client: Client,
  params: ConvertOpenGidToChatIdParams,
  options?: RequestOptions,
): Promise<ConvertOpenGidToChatIdResult> {
  return client.request(convertOpenGidToChatIdEndpoint, params, options)
}
