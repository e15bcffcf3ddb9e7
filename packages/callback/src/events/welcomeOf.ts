import type { CallbackEvent } from './CallbackEvent.ts'
import { eventTime } from './eventTime.ts'

/** The one welcome message that a new customer may be sent. */
export interface Welcome {
  /** For `sendWelcomeMessage` of `@wecom/messages`. */
  readonly welcome_code: string
  /** Milliseconds since 1970; afterwards WeCom refuses the code (41050). */
  readonly deadline: number
}

const lifetime = 20_000

/**
 * 欢迎语 — the code of an event with which its customer can be sent a welcome message, and until when: 20 seconds after
 * it happened. A delivery that WeCom had to repeat may come too late.
 *
 * @returns nothing where there is no code: the console has a welcome message for the member, the two have talked
 *   before, or an earlier code was used.
 * @see https://developer.work.weixin.qq.com/document/path/92137
 *
 * @example
 * const welcome = welcomeOf(event)
 * if (welcome && Date.now() < welcome.deadline) {
 *   await sendWelcomeMessage(client, { welcome_code: welcome.welcome_code, text: { content: '您好！' } })
 * }
 */
export function welcomeOf(event: CallbackEvent): Welcome | undefined {
  const time = eventTime(event)
  if (!('WelcomeCode' in event) || event.WelcomeCode === undefined || time === undefined) return undefined
  return { welcome_code: event.WelcomeCode, deadline: time + lifetime }
}
