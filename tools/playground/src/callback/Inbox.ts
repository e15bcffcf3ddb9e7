import { type CallbackEvent, createCallbackHandler } from '@wecom/callback'

/** Token and EncodingAESKey of the page's callback URL. Real ones would never be in a page. */
export const callbackKeys = { token: 'playground', encodingAesKey: 'PlaygroundPlaygroundPlaygroundPlaygroundPlA' }

/** A callback as it was delivered. */
export interface Arrival {
  /** Path and query, with the signature. */
  readonly address: string
  /** XML with the ciphertext. */
  readonly body: string
  /** The decrypted message: XML. */
  readonly message: string
  /** The event that a handler receives. */
  readonly event: CallbackEvent
}

/** Receives callbacks as an app does, and keeps what arrived. */
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

  /** @param message - the plaintext of the fake corp. */
  find(message: string): Arrival | undefined {
    return this.#arrivals.get(message)
  }
}
