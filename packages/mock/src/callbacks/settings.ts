import { InputError } from '../base/input.ts'
import { type Exchange, exchange, type SealedMessage, sealMessage, type SealingKeys } from './message.ts'

/**
 * A callback URL with its Token and EncodingAESKey. For an app of a corp, these settings are in the admin console
 * (管理后台) under 接收消息. For a suite, they are in the provider's console (服务商后台) under 指令回调.
 */
export interface CallbackSettings extends SealingKeys {
  readonly url: string
  /**
   * The agentid of the app that the URL belongs to. Not allowed together with `suiteId`. If both are omitted, the URL
   * belongs to the first app of the corp.
   */
  readonly agentId?: number | undefined
  /**
   * Id of the suite that the URL belongs to. The URL is then the instruction callback URL (指令回调URL) of the suite, and
   * belongs to no app. Not allowed together with `agentId`.
   */
  readonly suiteId?: string | undefined
  /**
   * Whether the URL may be on another machine. The fake corp then sends simulated events to that machine. Default
   * false.
   */
  readonly allowRemote?: boolean | undefined
}

export function checkSettings({ url, token, encodingAesKey, allowRemote = false }: CallbackSettings): void {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new InputError('url', `callback URL must be an http or https URL, got ${url}`)
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

// For the answer to the verification, in milliseconds.
const limit = 1000

/**
 * 验证URL有效性 — checks that the receiver at a callback URL can decrypt messages. Sends an encrypted text to the URL. The
 * receiver must answer with the decrypted text.
 */
export async function verifyCallbackUrl(settings: CallbackSettings, receiveId: string): Promise<void> {
  const text = tenDigits() + tenDigits()
  const { encrypt, query } = sealWithPlus(settings, receiveId, text)
  // Percent-encodes all special characters, also `+`, `/` and `=`. Access logs of servers show that WeCom does the
  // same.
  const sent = String(new URLSearchParams({ ...query, echostr: encrypt }))
  const problem = problemOf(await exchange({ url: settings.url, query: sent, limit }), text)
  if (problem !== undefined) throw new CallbackUrlError(settings.url, problem)
}

function sealWithPlus(settings: CallbackSettings, receiveId: string, text: string): SealedMessage {
  // Some servers decode a plus sign in a query wrongly. With it, their verification always fails, not only sometimes.
  const sealed = sealMessage(settings, receiveId, text)
  return sealed.encrypt.includes('+') ? sealed : sealWithPlus(settings, receiveId, text)
}

// Does not quote the answer, because the URL may lead to a page that contains secrets.
const otherText = 'its answer is not the decrypted echostr; answer with the echostr only, without quotes or line break'

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

/** Error for a callback URL that did not pass the verification (验证URL有效性). The message contains the reason. */
export class CallbackUrlError extends Error {
  override readonly name = 'CallbackUrlError'

  constructor(url: string, reason: string) {
    super(`Callback URL ${url} did not pass verification: ${reason}`)
  }
}

const loopback = /^(localhost|\[?::1\]?|127(\.\d{1,3}){3})$/

export function isLoopback(host: string): boolean {
  return loopback.test(host)
}
