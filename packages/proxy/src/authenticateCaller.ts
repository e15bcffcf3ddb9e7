import { copyResponse } from './answer/copyResponse.ts'
import type { Authenticate, Identity, RequestHead } from './ProxyOptions.ts'
import { Refusal } from './Refusal.ts'
import { within } from './within.ts'

export type Authentication<Caller> =
  | { readonly caller: Caller; readonly refusal?: undefined }
  | { readonly caller?: undefined; readonly refusal: Refusal }

export async function authenticateCaller<Caller>(
  authenticate: Authenticate<Caller>,
  { method, url, headers }: Request,
  timeout: number,
): Promise<Authentication<Caller>> {
  const tooLate: Authentication<Caller> = { refusal: new Refusal('authenticate_timeout') }
  // The body is missing: the proxy reads it only after `authenticate` has identified the caller.
  return within(timeout, ask(authenticate, { method, url, headers }), tooLate)
}

async function ask<Caller>(authenticate: Authenticate<Caller>, head: RequestHead): Promise<Authentication<Caller>> {
  try {
    return checkIdentity(await authenticate(head))
  } catch (error) {
    return { refusal: new Refusal('authenticate_failed', { cause: error }) }
  }
}

function checkIdentity<Caller>(identity: Identity<Caller>): Authentication<Caller> {
  if (identity === undefined || identity === null || identity === false) {
    return { refusal: new Refusal('not_authenticated') }
  }
  if (identity instanceof Response) {
    return { refusal: new Refusal('not_authenticated', { response: copyResponse(identity) }) }
  }
  // A returned error was meant to be thrown, and a Response of another library to be the answer. Treating them as
  // callers would let strangers in.
  const kind = Object.prototype.toString.call(identity)
  if (kind === '[object Error]' || kind === '[object Response]') {
    throw new TypeError(
      `authenticate returned ${kind}, which is not a caller; throw errors, and return a Response of this runtime`,
    )
  }
  return { caller: identity }
}
