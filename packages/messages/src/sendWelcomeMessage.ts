import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import {
  type MessageContentParams,
  checkMessageContent,
  messageContentParamsEntries,
} from './schemas/messageContentParams.ts'
import { messageLinkParamsSchema } from './schemas/messageLinkParams.ts'

export interface SendWelcomeMessageParams extends MessageContentParams {
  /**
   * Code of the welcome message: `WelcomeCode` of the event `change_external_contact` with `add_external_contact` or
   * `add_half_external_contact`. It expires after 20 seconds and works once.
   */
  welcome_code: string
}

export interface SendWelcomeMessageResult {}

export const sendWelcomeMessageEndpoint: Endpoint<SendWelcomeMessageParams, SendWelcomeMessageResult> = defineEndpoint({
  name: 'sendWelcomeMessage',
  method: 'POST',
  path: '/cgi-bin/externalcontact/send_welcome_msg',
  effect: 'send',
  docs: 92137,
  params: v.pipe(
    wireObject<SendWelcomeMessageParams>({
      ...messageContentParamsEntries(messageLinkParamsSchema),
      welcome_code: v.pipe(v.string(), v.nonEmpty()),
    }),
    checkMessageContent(),
  ),
  result: wireObject<SendWelcomeMessageResult>({}),
})

/**
 * 发送新客户欢迎语 — sends a welcome message to a new customer, in the name of the member who added them.
 *
 * **Call it within 20 seconds of the event.** The event has no code if the admin console has a welcome message for the
 * member, if member and customer have talked before, if the code of `add_half_external_contact` was used, or if the
 * customer is a WeCom user of another corp. If several apps get a code, only the app that calls first can send a
 * message.
 *
 * If the answer is lost, no call tells whether the message arrived. A code works once, so sending again within the 20
 * seconds does no harm; `41051` may then mean that the first attempt succeeded.
 *
 * `trySendWelcomeMessage` returns the usual refusals instead of throwing them.
 *
 * @param client - made by `createClient`.
 * @param params - {@link SendWelcomeMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41050`: the code is wrong or has expired. `41051`: the customer has received a welcome
 * message already, or member and customer have started chatting. Do not send again. `41096`: another app is still
 * sending a welcome message, despite all retries. That app may still fail. `41053`: the customer has not agreed to chat
 * archiving. `40007`: invalid media_id.
 * @see https://developer.work.weixin.qq.com/document/path/92137
 *
 * @example
 * await sendWelcomeMessage(client, { welcome_code: 'code-of-the-event', text: { content: '您好，很高兴认识您' } })
 */
export function sendWelcomeMessage(
  client: Client,
  params: SendWelcomeMessageParams,
  options?: RequestOptions,
): Promise<SendWelcomeMessageResult> {
  return client.request(sendWelcomeMessageEndpoint, params, options)
}
