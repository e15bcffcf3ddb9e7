/**
 * 欢迎语 — code and deadline of the welcome message to a new customer. You may send one welcome message, within 20 seconds
 * after the event. WeCom may deliver the same event again after a failure. The deadline may then have passed already.
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
  /** Code that `trySendWelcomeMessage` of `@wecom/messages` needs for sending the welcome message. */
  readonly welcome_code: string
  /**
   * Time when `welcome_code` expires, in milliseconds since 1970. After this time, WeCom refuses the code with errcode
   * 41050 (welcome code expired).
   */
  readonly expiresAt: number
}
