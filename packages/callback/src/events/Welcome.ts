/**
 * 欢迎语 — code and deadline of the welcome message to a new customer. You may send one welcome message, within 20 seconds
 * after `CreateTime` of the event. If your response to the event failed, WeCom delivers the event again, possibly after
 * the deadline.
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
