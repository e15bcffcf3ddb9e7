/** A callback URL did not pass its verification (验证URL有效性); the message says what was expected, and what came. */
export class CallbackUrlError extends Error {
  override readonly name = 'CallbackUrlError'

  constructor(url: string, reason: string) {
    super(`Callback URL ${url} did not pass verification: ${reason}`)
  }
}
