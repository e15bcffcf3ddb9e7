import { type CallbackEvent, createCallbackHandler } from '@wecom/callback'

/**
 * Token and EncodingAESKey of the callback URL of the playground page. Everybody may know them, because the fake corp
 * exists only in the page. Never put the token or the EncodingAESKey of a real corp into a page.
 */
export const callbackKeys = { token: 'playground', encodingAesKey: 'PlaygroundPlaygroundPlaygroundPlaygroundPlA' }

/** A callback that arrived at the callback URL of the playground page. */
export interface Arrival {
  /** Path and query of the request, including the signature. */
  readonly address: string
  /** Body of the request: XML that contains the encrypted message. */
  readonly body: string
  /** The decrypted message, which is XML. */
  readonly message: string
  /** The event that a callback handler receives for this message. */
  readonly event: CallbackEvent
}

/** Receives callbacks like an app does, and stores them. */
export class Inbox {
  readonly #corpId: string
  readonly #arrivals = new Map<string, Arrival>()

  constructor(corpId: string) {
    this.#corpId = corpId
  }

  async receive(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const body = await request.clone().text()
    // A handler for each request, so that a repeated delivery is read again.
    const handle = createCallbackHandler({
      ...callbackKeys,
      receiveIds: [this.#corpId],
      onEvent: (event, { message }) => {
        this.#arrivals.set(message, { address: pathname + search, body, message, event })
      },
    })
    return handle(request)
  }

  /**
   * Returns the stored callback that contains a message.
   *
   * @param message - the message before the fake corp encrypted it.
   */
  find(message: string): Arrival | undefined {
    return this.#arrivals.get(message)
  }
}
