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
   * Code that allows one welcome message to one customer. It is the `WelcomeCode` of the event
   * `change_external_contact`, with the change type `add_external_contact` or `add_half_external_contact`. The code
   * expires after 20 seconds and works once.
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
 * 发送新客户欢迎语 — sends a welcome message to a new customer, in the name of the member who added the customer.
 *
 * **Call this function within 20 seconds after the event that contains the `welcome_code`.** After 20 seconds the code
 * expires. The code works once. If several apps receive a code for the same customer, only the first app to send a
 * message succeeds.
 *
 * The event contains no code in these cases:
 * - The admin console has a welcome message for the member.
 * - Member and customer have talked before.
 * - An app used the code of an earlier `add_half_external_contact` event.
 * - The customer is a WeCom user of another corp.
 *
 * If the answer to this call is lost, you can repeat the call within the 20 seconds. The customer does not receive the
 * message twice, because the code works once. If the repeated call fails with `41051` (already sent), the first call
 * may have succeeded.
 *
 * `trySendWelcomeMessage` returns the refusals `41050`, `41051` and `41096` as results instead of throwing them.
 *
 * @param client - made by `createClient`.
 * @param params - {@link SendWelcomeMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41050`: the code is wrong or has expired. `41051`: the customer has received a welcome
 *   message already, or member and customer have started chatting. Do not send again. `41096`: another app was still
 *   sending a welcome message when the client stopped repeating the call. The message of that app may still fail, so
 *   you may call again within the 20 seconds. `41053`: the customer has not agreed to chat archiving. `40007`: invalid
 *   media_id.
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
