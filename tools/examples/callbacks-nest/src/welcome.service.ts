import { Inject, Injectable } from '@nestjs/common'
import type { Client } from '@wecom/core'
import { trySendWelcomeMessage, type WelcomeOutcome } from '@wecom/messages'

export const WECOM_CLIENT = Symbol('WECOM_CLIENT')

@Injectable()
export class WelcomeService {
  constructor(@Inject(WECOM_CLIENT) private readonly client: Client) {}

  /**
   * Sends the welcome message to a new customer. Sends nothing if the event contains no welcome code, or the code has
   * expired.
   *
   * @param welcome - the field `welcome` of the event. Undefined if the event contains no welcome code.
   */
  async greet(welcome?: { welcome_code: string; expiresAt: number }): Promise<WelcomeOutcome | undefined> {
    if (!welcome || welcome.expiresAt < Date.now()) return undefined
    const text = { content: '您好，欢迎光临！' }
    return trySendWelcomeMessage(this.client, { welcome_code: welcome.welcome_code, text })
  }
}
