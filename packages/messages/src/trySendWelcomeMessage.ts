import { type Client, type RequestOptions, isApiError } from '@wecom/core'
import { sendWelcomeMessage, type SendWelcomeMessageParams } from './sendWelcomeMessage.ts'

/**
 * - `sent`: WeCom took the message.
 * - `code_invalid`: the 20 seconds are over, or there is no such code (41050).
 * - `started`: the two are talking already, or a welcome message was delivered, by this call or by another app (41051).
 * - `in_progress`: another app is sending one right now, in spite of all retries; it may still fail (41096).
 */
export type WelcomeOutcome = 'sent' | 'code_invalid' | 'started' | 'in_progress'

const refusals: Readonly<Record<number, WelcomeOutcome>> = {
  41050: 'code_invalid',
  41051: 'started',
  41096: 'in_progress',
}

/**
 * 发送新客户欢迎语 — `sendWelcomeMessage`, for programs that take it for granted that somebody else was faster: several
 * apps get a code for one customer, and the first one to use it greets. Such refusals are results here. Any other
 * failure is thrown.
 *
 * @param client - made by `createClient`.
 * @param params - {@link SendWelcomeMessageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns {@link WelcomeOutcome}
 * @throws {WeComApiError} as `sendWelcomeMessage`, but for 41050, 41051 and 41096.
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
