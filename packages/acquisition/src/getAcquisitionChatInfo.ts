import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionChatInfoParams {
  /** Key of the messages: `ChatKey` of the event. It expires after 30 minutes. */
  chat_key: string
}

export interface GetAcquisitionChatInfoResult {
  /** Userid of the member who received the messages. WeCom does not return it to the acquisition component (获客助手组件). */
  userid?: string | undefined
  /**
   * External_userid of the customer who wrote the messages. WeCom does not return it to the acquisition component
   * (获客助手组件).
   */
  external_userid?: string | undefined
  chat_info: AcquisitionChatInfo
}

/** Facts about the messages of one customer to one member. */
export interface AcquisitionChatInfo {
  /** Number of messages from the customer so far. */
  recv_msg_cnt: number
  /** Id of the link that the customer used. */
  link_id: string
  /** The `customer_channel` of that link. May be empty. */
  state?: string | undefined
}

export const getAcquisitionChatInfoEndpoint: Endpoint<GetAcquisitionChatInfoParams, GetAcquisitionChatInfoResult> =
  defineEndpoint({
    name: 'getAcquisitionChatInfo',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_acquisition/get_chat_info',
    effect: 'read',
    docs: 100130,
    params: wireObject<GetAcquisitionChatInfoParams>({
      chat_key: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<GetAcquisitionChatInfoResult>({
      userid: v.optional(v.string()),
      external_userid: v.optional(v.string()),
      chat_info: wireObject<AcquisitionChatInfo>({
        recv_msg_cnt: v.number(),
        link_id: v.string(),
        state: v.optional(v.string()),
      }),
    }),
  })

/**
 * 获取成员多次收消息详情 — reads member, customer and number of messages for an event `message_from_customer`.
 *
 * WeCom raises the event for the 3rd, 5th and 10th message of a customer who came by an acquisition link. The event
 * does not name the customer. It contains a `ChatKey`, which expires after 30 minutes, so make this call at once.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetAcquisitionChatInfoParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the member, the customer and the number of messages.
 * @throws {WeComApiError} `41201`: the key is wrong or no longer valid.
 * @see https://developer.work.weixin.qq.com/document/path/100130
 *
 * @example
 * const { userid, external_userid, chat_info } = await getAcquisitionChatInfo(client, { chat_key: 'key' })
 */
export function getAcquisitionChatInfo(
  client: Client,
  params: GetAcquisitionChatInfoParams,
  options?: RequestOptions,
): Promise<GetAcquisitionChatInfoResult> {
  return client.request(getAcquisitionChatInfoEndpoint, params, options)
}
