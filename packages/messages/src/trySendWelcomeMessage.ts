import { type Client, type RequestOptions, isApiError } from '@wecom/core'
import { sendWelcomeMessage, type SendWelcomeMessageParams } from './sendWelcomeMessage.ts'

/**
 * The result of an attempt to send a welcome message to a new customer:
 * - `sent`: WeCom accepted the message.
 * - `code_invalid`: the code has expired or does not exist (41050).
 * - `started`: the customer has received a welcome message already, or member and customer have started chatting
 *   (41051).
 * - `in_progress`: another app was still sending a welcome message when the client stopped repeating the call (41096).
 *   The message of that app may still fail, so you may call again until the code expires, 20 seconds after the event
 *   that contains the code.
 */
export type WelcomeOutcome = 'sent' | 'code_invalid' | 'started' | 'in_progress'

const refusals: Readonly<Record<number, WelcomeOutcome>> = {
  41050: 'code_invalid',
  41051: 'started',
  41096: 'in_progress',
}

/**
 * 发送新客户欢迎语 — sends a welcome message to a new customer, and returns the usual refusals (41050, 41051 and 41096) as
 * results instead of throwing them. These refusals are normal, because several apps may receive a code for the same
 * customer, and only the first app can send a message. The function throws all other failures.
 *
 * @param client - made by `createClient`.
 * @param params - {@link SendWelcomeMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns {@link WelcomeOutcome}
 * @throws {WeComApiError} the errcodes of `sendWelcomeMessage`, except `41050` (code expired), `41051` (already sent)
 *   and `41096` (another app is sending).
 * @see https://developer.work.weixin.qq.com/document/path/92137
 *
 * @example
 * const welcome_code = 'code-of-the-event'
 * const outcome = await trySendWelcomeMessage(client, { welcome_code, text: { content: '您好，很高兴认识您' } })
 */
export async function trySendWelcomeMessage(
  client: Client,
  params: SendWelcomeMessageParams,
  options?: RequestOptions,
): Promise<WelcomeOutcome> {
  try {
    await sendWelcomeMessage(client, params, options)
    return 'sent'
  } catch (error) {
    const refusal = isApiError(error) ? refusals[error.errcode] : undefined
    if (refusal === undefined) throw error
    return refusal
  }
}
