import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionChatInfoParams {
  /** The `ChatKey` of the event `message_from_customer`. The `ChatKey` expires after 30 minutes. */
  chat_key: string
}

export interface GetAcquisitionChatInfoResult {
  /**
   * Userid of the member who received the customer's messages. WeCom does not return it to the acquisition component
   * (获客助手组件).
   */
  userid?: string | undefined
  /**
   * External_userid of the customer who sent the messages. WeCom does not return it to the acquisition component
   * (获客助手组件).
   */
  external_userid?: string | undefined
  chat_info: AcquisitionChatInfo
}

/**
 * Number of messages that a customer has sent to a member, and the acquisition link that the customer used to add this
 * member.
 */
export interface AcquisitionChatInfo {
  /** Number of messages that the member has received from the customer so far. */
  recv_msg_cnt: number
  /** Id of the acquisition link that the customer used to add the member. */
  link_id: string
  /** The `customer_channel` in the URL of the acquisition link, as the customer opened it. May be empty. */
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
 * 获取成员多次收消息详情 — reads the details of an event `message_from_customer`: the member, the customer and the number of
 * messages.
 *
 * WeCom sends this event for the 3rd, 5th and 10th message of a customer who added the member through an acquisition
 * link. The event contains a `ChatKey`, but not the customer. The `ChatKey` expires after 30 minutes, so make this call
 * at once.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetAcquisitionChatInfoParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the member, the customer and the number of messages.
 * @throws {WeComApiError} `41201`: the `chat_key` is wrong or no longer valid.
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
