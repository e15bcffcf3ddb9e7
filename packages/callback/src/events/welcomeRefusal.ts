import { isWeComError } from '@wecom/core'

/**
 * `expired`: the 20 seconds are over, or there is no such code. `started`: the two are talking, or a welcome message was
 * delivered, by this app or another one. `in-progress`: another app is sending one.
 */
export type WelcomeRefusal = 'expired' | 'started' | 'in-progress'

const refusals: Readonly<Record<number, WelcomeRefusal>> = {
  41050: 'expired',
  41051: 'started',
  41096: 'in-progress',
}

/**
 * 发送新客户欢迎语 — why `sendWelcomeMessage` failed, where that is part of its daily life: several apps get a code for
 * one customer, and the first to use it wins.
 *
 * @param error - what the call threw.
 * @returns nothing for any other failure: that one deserves attention.
 * @see https://developer.work.weixin.qq.com/document/path/92137
 *
 * @example
 * await sendWelcomeMessage(client, params).catch((error: unknown) => {
 *   if (!welcomeRefusal(error)) throw error
 * })
 */
export function welcomeRefusal(error: unknown): WelcomeRefusal | undefined {
  return isWeComError(error) && error.kind === 'api' ? refusals[error.errcode] : undefined
}
