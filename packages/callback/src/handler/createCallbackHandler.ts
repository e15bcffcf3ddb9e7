import { decryptMessage, type DecryptedMessage } from '../crypto/messages.ts'
import { type CallbackKey, importKey } from '../crypto/key.ts'
import { verifySignature } from '../crypto/signature.ts'
import { parseEnvelope } from '../envelope/parseEnvelope.ts'
import { isWeComCallbackError, WeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import { parseEvent } from '../events/parseEvent.ts'
import { type CallbackHandlerOptions, checkOptions } from './CallbackHandlerOptions.ts'
import { createDelivery, type Deliver } from './createDelivery.ts'
import { timeToAnswer, within } from './deadline.ts'
import { readBody } from './readBody.ts'
import { report } from './report.ts'

/**
 * Function that responds to the requests that WeCom sends to a callback URL. Its promise never rejects. If something
 * fails, the response has an HTTP error status, and the function passes the error to `onError`.
 */
export type CallbackHandler = (request: Request) => Promise<Response>

const defaultMaxBodyBytes = 128 * 1024

/**
 * 接收事件服务器 — creates the function that serves a callback URL. The created function does three things:
 * - It responds to the request by which WeCom verifies the URL.
 * - It refuses requests that are not from WeCom, or are for another corp or suite (third-party app, 第三方应用).
 * - It passes each event to one event handler, once, even if WeCom delivers the event several times.
 *
 * Without the option `waitUntil`, the response to WeCom waits for your event handler. The wait ends after 4 seconds.
 * For events about a suite itself, such as `suite_ticket`, the wait ends after 0.7 seconds. Your event handler
 * continues to run after the wait. If your event handler fails before the response is sent, WeCom delivers the event
 * again.
 *
 * @param options - {@link CallbackHandlerOptions}
 * @throws {WeComCallbackError} `token`, `key`: the token or the EncodingAESKey is invalid.
 * @throws {TypeError} `receiveIds` is empty or not a list of ids; both `on` and `onEvent` are missing; or `dedupe`,
 *   `onEvent`, `onError`, `waitUntil` or `now` has another type.
 * @throws {RangeError} `maxAge`, `dedupeTtl` or `maxBodyBytes` is not a positive number.
 * @see https://developer.work.weixin.qq.com/document/path/90930
 *
 * @example
 * const handle = createCallbackHandler({
 *   token,
 *   encodingAesKey,
 *   receiveIds: ['ww1'],
 *   on: { add_external_contact: (event) => greet(event.ExternalUserID, event.welcome) },
 *   onError: (error) => logger.error(error),
 * })
 */
export function createCallbackHandler(options: CallbackHandlerOptions): CallbackHandler {
  checkOptions(options)
  const key = importKey(options.encodingAesKey)
  const deliver = createDelivery(options)

  return async (request) => {
    try {
      if (request.method === 'GET') return verifyUrl(options, key, request)
      if (request.method === 'POST') return await receive(options, key, deliver, request)
      throw new WeComCallbackError('method')
    } catch (error) {
      void report(options, error)
      return refusal(error)
    }
  }
}

function verifyUrl(options: CallbackHandlerOptions, key: CallbackKey, request: Request): Response {
  const query = readQuery(request, ['msg_signature', 'timestamp', 'nonce', 'echostr'])
  // A plus sign that was not percent-encoded has become a blank.
  const { message } = openMessage(options, key, query, query.echostr.replaceAll(' ', '+'))
  // An `echostr` is a number. Events are signed in the same way, so anybody with a recorded event could use this
  // request to decrypt it.
  if (/^\s*[<{]/.test(message)) throw new WeComCallbackError('verification')
  return new Response(message)
}

async function receive(
  options: CallbackHandlerOptions,
  key: CallbackKey,
  deliver: Deliver,
  request: Request,
): Promise<Response> {
  // First, so that a request without a signature is refused before its body is read.
  const query = readQuery(request, ['msg_signature', 'timestamp', 'nonce'])
  const body = await readBody(request, options.maxBodyBytes ?? defaultMaxBodyBytes)
  const { Encrypt, AgentID: agentId } = parseEnvelope(body)
  const { message, receiveId } = openMessage(options, key, query, Encrypt)
  const event = parseEvent(message)

  const { done, isAtWork } = deliver(event, { receiveId, agentId, message })
  if (options.waitUntil) {
    options.waitUntil(done)
    return acknowledgement(event)
  }
  const isHandled = await within(timeToAnswer(event), done, undefined)
  return (isHandled ?? isAtWork()) ? acknowledgement(event) : failure()
}

type Query<Name extends string> = Readonly<Record<Name, string>>

function readQuery<Name extends string>(request: Request, names: readonly Name[]): Query<Name> {
  const query = new URL(request.url).searchParams
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? missing()])) as Query<Name>
}

function missing(): never {
  throw new WeComCallbackError('query')
}

function openMessage(
  options: CallbackHandlerOptions,
  key: CallbackKey,
  { msg_signature: signature, timestamp, nonce }: Query<'msg_signature' | 'timestamp' | 'nonce'>,
  encrypt: string,
): DecryptedMessage {
  const { token, receiveIds } = options
  verifySignature({ token, timestamp, nonce, encrypt, signature })
  checkAge(options, timestamp)
  return decryptMessage({ key, encrypt, receiveIds })
}

function checkAge({ maxAge = Infinity, now = Date.now }: CallbackHandlerOptions, timestamp: string): void {
  // Without this check, a recorded request would be valid forever.
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Infinity
  // Negated, so that a clock that returns NaN refuses as well.
  if (!(Math.abs(now() - seconds * 1000) <= maxAge)) throw new WeComCallbackError('time')
}

function acknowledgement(event: CallbackEvent): Response {
  const { InfoType } = 'unknown' in event ? event.unknown : event
  // WeCom does not deliver the event again. Requests to the instruction callback URL (指令回调URL) of a suite need the body
  // `success`, other requests an empty body.
  return new Response(InfoType === undefined ? null : 'success')
}

function failure(): Response {
  // WeCom delivers the event again: up to twice, within seconds.
  return new Response(null, { status: 500 })
}

function refusal(error: unknown): Response {
  if (!isWeComCallbackError(error)) return failure()
  // Most failed checks have the same status 403. If each check had its own status, an attacker would learn which check
  // failed, and could forge a message more easily.
  switch (error.kind) {
    case 'method':
      return new Response(null, { status: 405, headers: { allow: 'GET, POST' } })
    case 'size':
      return new Response(null, { status: 413 })
    case 'timeout':
      return new Response(null, { status: 408 })
    default:
      return new Response(null, { status: 403 })
  }
}
