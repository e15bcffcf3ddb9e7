import { InputError } from '../base/input.ts'
import { type Exchange, exchange, type SealedMessage, sealMessage, type SealingKeys } from './message.ts'

/** A callback URL with its keys, as in the console under 接收消息 of an app, or under 指令回调 of a suite. */
export interface CallbackSettings extends SealingKeys {
  readonly url: string
  /** The app whose URL it is. If left out, the corp's first one. */
  readonly agentId?: number | undefined
  /** The suite whose instruction URL (指令回调URL) it is, in place of an app's. */
  readonly suiteId?: string | undefined
  /** Allows a URL on another machine, which then receives invented events. */
  readonly allowRemote?: boolean | undefined
}

/** @throws {InputError} a value is not valid, or the URL is on another machine without `allowRemote`. */
export function checkSettings({ url, token, encodingAesKey, allowRemote = false }: CallbackSettings): void {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new InputError('url', `callback URL ${url} must be one of http or https`)
  }
  if (!allowRemote && !isLoopback(address.hostname)) {
    throw new InputError(
      'url',
      `callback URL ${url} is on another machine; allow that with allowRemote, or use 127.0.0.1`,
    )
  }
  if (!/^[A-Za-z0-9]{1,32}$/.test(token))
    throw new InputError('token', 'callback token must be 1 to 32 letters and digits')
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw new InputError('encodingAesKey', 'callback encodingAesKey must be 43 letters and digits')
  }
}

/** Milliseconds. */
const limit = 1000

/**
 * 验证URL有效性 — asks a callback URL for the text that only the owner of the key can read. The query is
 * percent-encoded, `+`, `/` and `=` included, as access logs of WeCom's own requests show it.
 *
 * @throws {CallbackUrlError} the URL cannot be reached, takes longer than a second, or answers with another text.
 */
export async function verifyCallbackUrl(settings: CallbackSettings, receiveId: string): Promise<void> {
  const text = tenDigits() + tenDigits()
  const { encrypt, query } = sealWithPlus(settings, receiveId, text)
  const sent = String(new URLSearchParams({ ...query, echostr: encrypt }))
  const problem = problemOf(await exchange({ url: settings.url, query: sent, limit }), text)
  if (problem !== undefined) throw new CallbackUrlError(settings.url, problem)
}

/** Each echostr has a plus sign, so that a server that decodes it wrongly always fails. */
function sealWithPlus(settings: CallbackSettings, receiveId: string, text: string): SealedMessage {
  const sealed = sealMessage(settings, receiveId, text)
  return sealed.encrypt.includes('+') ? sealed : sealWithPlus(settings, receiveId, text)
}

/** Repeats nothing of the answer, because the URL may lead to a page with secrets. */
const otherText =
  'it answers with another text than the decrypted echostr; send that bare, without quotes or line break'

function problemOf(answer: Exchange, text: string): string | undefined {
  if (answer.result === 'timeout') return `no answer within ${limit} ms`
  if (answer.result === 'network') return 'it cannot be reached'
  if (answer.status !== 200) return `it answers with status ${answer.status} instead of 200`
  if (answer.body !== text) return otherText
  return undefined
}

function tenDigits(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, '1')
}

/** A callback URL did not pass its verification (验证URL有效性). The message gives the reason. */
export class CallbackUrlError extends Error {
  override readonly name = 'CallbackUrlError'

  constructor(url: string, reason: string) {
    super(`Callback URL ${url} did not pass verification: ${reason}`)
  }
}

const loopback = /^(localhost|\[?::1\]?|127(\.\d{1,3}){3})$/

/** Whether a host is a loopback name or address. */
export function isLoopback(host: string): boolean {
  return loopback.test(host)
}
