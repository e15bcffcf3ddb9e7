import { type CallbackKey, importKey } from '../crypto/importKey.ts'
import { checkToken } from '../crypto/signMessage.ts'
import { parseEnvelope } from '../envelope/parseEnvelope.ts'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { parseEvent } from '../events/parseEvent.ts'
import { acknowledgement, failure, refusal } from './answers.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'
import { checkReceiveIds } from './checkReceiveIds.ts'
import { createDelivery, type Deliver } from './createDelivery.ts'
import { timeToAnswer, within } from './deadline.ts'
import { openMessage } from './openMessage.ts'
import { readBody } from './readBody.ts'
import { report } from './report.ts'

/** Answers the requests that WeCom sends to a callback URL. Failures become statuses, and go to `onError`. */
export type CallbackHandler = (request: Request) => Promise<Response>

const defaultMaxBodyBytes = 128 * 1024

/**
 * 接收事件服务器 — makes what stands behind a callback URL: it answers WeCom's verification of the URL, refuses what is
 * not from WeCom or not meant for you, and hands each event to its handler once, however often it is delivered.
 *
 * Without `waitUntil` the handler has 4 seconds (events of the suite itself: 0.7) until WeCom is answered; it may go on
 * for longer. If it fails before that, WeCom is asked to deliver again.
 *
 * @param options - {@link CallbackHandlerOptions}
 * @throws {WeComCallbackError} `token`, `key`: such settings cannot work.
 * @throws {TypeError} `receiveIds` is no list of ids, or an empty one.
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
  checkToken(options.token)
  const key = importKey(options.encodingAesKey)
  checkReceiveIds(options.receiveIds)
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
 * 验证URL有效性: WeCom wants to see the text that only the owner of the key can read. Since a verification is signed like a
 * delivery, a recorded delivery would be read out to whoever has it; but that is a message, while WeCom sends digits.
 */
function verifyUrl(options: CallbackHandlerOptions, key: CallbackKey, request: Request): Response {
  const query = new URL(request.url).searchParams
  // A plus sign that was not percent-encoded has become a blank.
  const echo = (query.get('echostr') ?? '').replaceAll(' ', '+')
  const { message } = openMessage(options, key, query, echo)
  if (/^\s*[<{]/.test(message)) throw new WeComCallbackError('verification')
  return new Response(message)
}

async function receive(
  options: CallbackHandlerOptions,
  key: CallbackKey,
  deliver: Deliver,
  request: Request,
): Promise<Response> {
  const body = await readBody(request, options.maxBodyBytes ?? defaultMaxBodyBytes)
  const { Encrypt, AgentID: agentId } = parseEnvelope(body)
  const { message, receiveId } = openMessage(options, key, new URL(request.url).searchParams, Encrypt)
  const event = parseEvent(message)

  const work = deliver(event, { receiveId, agentId, message })
  if (options.waitUntil) {
    options.waitUntil(work)
    return acknowledgement(event)
  }
  const isTakenOn = await within(timeToAnswer(event), work, true)
  return isTakenOn ? acknowledgement(event) : failure()
}
