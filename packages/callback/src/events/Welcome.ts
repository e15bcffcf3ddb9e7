/**
 * 欢迎语 — the one welcome message that you may send to a new customer, within 20 seconds of the event. A repeated
 * delivery may arrive too late.
 *
 * @see https://developer.work.weixin.qq.com/document/path/92137
 *
 * @example
 * if (event.welcome && Date.now() < event.welcome.expiresAt) {
 *   const { welcome_code } = event.welcome
 *   await trySendWelcomeMessage(client, { welcome_code, text: { content: '您好！' } })
 * }
 */
export interface Welcome {
  /** For `trySendWelcomeMessage` of `@wecom/messages`. */
  readonly welcome_code: string
  /** Milliseconds since 1970. After that, WeCom refuses the code (41050). */
  readonly expiresAt: number
}
