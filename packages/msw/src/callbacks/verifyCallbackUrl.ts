import type { CallbackSettings } from './CallbackSettings.ts'
import { CallbackUrlError } from './CallbackUrlError.ts'
import { type Exchange, exchange } from './exchange.ts'
import { type SealedMessage, sealMessage } from './sealMessage.ts'

/** Milliseconds. */
const limit = 1000

/**
 * 验证URL有效性 — asks a callback URL for the text that only the owner of the key can read. It is asked twice: with the
 * plus signs of the ciphertext percent-encoded, and as they are, since it is not documented which of the two WeCom sends.
 *
 * @throws {CallbackUrlError} it cannot be reached, takes longer than a second, or answers anything else.
 */
export async function verifyCallbackUrl(settings: CallbackSettings, receiveId: string): Promise<void> {
  const text = tenDigits() + tenDigits()
  const { encrypt, query } = await sealWithPlus(settings, receiveId, text)
  await ask(settings.url, `${new URLSearchParams({ ...query, echostr: encrypt })}`, text, 'percent-encoded')
  await ask(settings.url, `${new URLSearchParams(query)}&echostr=${encrypt}`, text, 'with a plus sign as it is')
}

/** About three in four ciphertexts of this length have a plus sign. */
async function sealWithPlus(settings: CallbackSettings, receiveId: string, text: string): Promise<SealedMessage> {
  const sealed = sealMessage(settings, receiveId, text)
  return sealed.encrypt.includes('+') ? sealed : sealWithPlus(settings, receiveId, text)
}

async function ask(url: string, query: string, text: string, form: string): Promise<void> {
  const problem = problemOf(await exchange({ url, query, limit }), text)
  if (problem !== undefined) throw new CallbackUrlError(url, `${problem} (echostr ${form})`)
}

function problemOf(answer: Exchange, text: string): string | undefined {
  if (answer.result === 'timeout') return `no answer within ${limit} ms`
  if (answer.result === 'network') return 'it cannot be reached'
  if (answer.status !== 200) return `it answers with status ${answer.status} instead of 200`
  if (answer.body !== text) return `it answers ${JSON.stringify(answer.body.slice(0, 80))} instead of "${text}"`
  return undefined
}

function tenDigits(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, '1')
}
