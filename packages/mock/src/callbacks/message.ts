import { encryptMessage, importKey, signMessage } from '@wecom/callback'

/** Fields as WeCom writes them: texts as CDATA, numbers bare, lists as repeated elements. */
export function toXml(fields: object): string {
  return `<xml>${elements(fields)}</xml>`
}

function elements(fields: object): string {
  return Object.entries(fields)
    .flatMap(([name, value]: [string, unknown]) => [value].flat().map((item) => `<${name}>${content(item)}</${name}>`))
    .join('\n')
}

function content(value: unknown): string {
  if (typeof value === 'object' && value !== null) return elements(value)
  return typeof value === 'string' ? cdata(value) : String(value)
}

/** Splits `]]>` over two sections. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** Messages are padded to a multiple of this. */
const block = 32

/**
 * Lengthens a message by blanks between its last two tags, until it takes `padding` bytes to fill its last block:
 * receivers that handle padding wrongly often fail for some lengths only.
 *
 * @param padding - 1 to 32.
 */
export function stretchMessage(xml: string, receiveId: string, padding: number): string {
  const length = 20 + new TextEncoder().encode(xml + receiveId).length
  // Adds two blocks, because the remainder of a negative number is negative in JavaScript.
  const missing = (2 * block - padding - (length % block)) % block
  return xml.replace(/<\/xml>$/, `${' '.repeat(missing)}</xml>`)
}

/** The keys that a message is sealed with. */
export interface SealingKeys {
  /** 1 to 32 letters and digits. */
  readonly token: string
  /** 43 letters and digits. */
  readonly encodingAesKey: string
}

/** An encrypted and signed message. */
export interface SealedMessage {
  /** The ciphertext. */
  readonly encrypt: string
  /** The fields of the query. */
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
}

/**
 * Encrypts and signs a message, with a new nonce each time. The timestamp is real time, because receivers may refuse old
 * messages.
 */
export function sealMessage({ token, encodingAesKey }: SealingKeys, receiveId: string, message: string): SealedMessage {
  const key = importKey(encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId, message, random: hexCharacters() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0])
  const msg_signature = signMessage({ token, timestamp, nonce, encrypt })
  return { encrypt, query: { msg_signature, timestamp, nonce } }
}

/** 16 of them, as characters: WeCom uses no other bytes. */
function hexCharacters(): Uint8Array {
  return new TextEncoder().encode(crypto.randomUUID().replaceAll('-', '').slice(0, 16))
}

/** The outcome of a request. */
export type Exchange =
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'timeout' }
  | { readonly result: 'network' }

interface ExchangeOptions {
  readonly url: string
  /** Added to the query of the URL. */
  readonly query: string
  /** Makes it a POST. */
  readonly body?: string
  /** Milliseconds until the connection is closed. */
  readonly limit: number
  /** Cuts it earlier. */
  readonly stop?: AbortSignal
}

/** Sends one request within a time limit. Never rejects; does not follow redirections. */
export async function exchange({ url, query, body, limit, stop }: ExchangeOptions): Promise<Exchange> {
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), limit)
  try {
    const response = await fetch(withQuery(url, query), {
      ...(body === undefined ? {} : { method: 'POST', body }),
      redirect: 'manual',
      signal: stop ? AbortSignal.any([cut.signal, stop]) : cut.signal,
    })
    return { result: 'answered', status: response.status, body: await response.text() }
  } catch {
    return { result: cut.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}

function withQuery(url: string, query: string): URL {
  const address = new URL(url)
  address.search = address.search === '' ? query : `${address.search}&${query}`
  return address
}
