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
 * Answers the requests that WeCom sends to a callback URL. The promise never rejects: failures become HTTP statuses and
 * go to `onError`.
 */
export type CallbackHandler = (request: Request) => Promise<Response>

const defaultMaxBodyBytes = 128 * 1024

/**
 * 接收事件服务器 — creates the function behind a callback URL. It answers when WeCom verifies the URL, refuses requests that
 * are not from WeCom or not for your corp or suite, and passes each event to its handler once, even if WeCom delivers
 * it several times.
 *
 * Without `waitUntil` it answers when the handler of the event is done, or after 4 seconds at the latest (0.7 seconds
 * for events of the suite itself). The handler may continue after that. If the handler fails before the answer, WeCom
 * delivers the event again.
 *
 * @param options - {@link CallbackHandlerOptions}
 * @throws {WeComCallbackError} `token`, `key`: the setting is invalid.
 * @throws {TypeError} `receiveIds` is not a list of ids, or is empty; both `on` and `onEvent` are missing.
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

/**
 * 验证URL有效性 — answers a verification request with the decrypted text. WeCom sends digits. Refuses XML and JSON, because
 * a verification is signed like a delivery. Without this check, anybody with a recorded delivery could get it
 * decrypted.
 */
function verifyUrl(options: CallbackHandlerOptions, key: CallbackKey, request: Request): Response {
  const query = readQuery(request, ['msg_signature', 'timestamp', 'nonce', 'echostr'])
  // A plus sign that was not percent-encoded has become a blank.
  const { message } = openMessage(options, key, query, query.echostr.replaceAll(' ', '+'))
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

/** Checks a ciphertext and decrypts it. The signature is checked first. */
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

/**
 * Checks the age of a request.
 * @param timestamp - time from the query string, in unix seconds. The signature covers it, but a signature alone never
 * expires.
 */
function checkAge({ maxAge = Infinity, now = Date.now }: CallbackHandlerOptions, timestamp: string): void {
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Infinity
  // Negated, so that a clock that returns NaN refuses as well.
  if (!(Math.abs(now() - seconds * 1000) <= maxAge)) throw new WeComCallbackError('time')
}

/**
 * Makes the response that acknowledges an event: an empty body, or `success` at the instruction URL (指令回调URL) of a
 * suite.
 */
function acknowledgement(event: CallbackEvent): Response {
  const { InfoType } = 'unknown' in event ? event.unknown : event
  return new Response(InfoType === undefined ? null : 'success')
}

/** Makes the response after which WeCom delivers the event again. WeCom repeats it twice, within seconds. */
function failure(): Response {
  return new Response(null, { status: 500 })
}

/**
 * Makes the response for a refused request. It is the same for every check, because the name of the check would help to
 * forge a message.
 */
function refusal(error: unknown): Response {
  if (!isWeComCallbackError(error)) return failure()
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
