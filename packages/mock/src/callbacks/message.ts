import { encryptMessage, importKey, signMessage } from '@wecom/callback'

/**
 * Formats fields as WeCom does: texts in CDATA sections, numbers without. A list becomes several elements with the same
 * name.
 */
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

/** A CDATA section cannot contain `]]>`, so such a text gets two sections. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** Block size of the encryption, in bytes. */
const block = 32

/**
 * Inserts blanks before the last tag, so that the encryption must pad the message with exactly `padding` bytes (1 to
 * 32). Receivers with wrong padding code often fail only for some lengths.
 */
export function stretchMessage(xml: string, receiveId: string, padding: number): string {
  const length = 20 + new TextEncoder().encode(xml + receiveId).length
  // Adds two blocks, because the remainder of a negative number is negative in JavaScript.
  const missing = (2 * block - padding - (length % block)) % block
  return xml.replace(/<\/xml>$/, `${' '.repeat(missing)}</xml>`)
}

export interface SealingKeys {
  /** Token for the signature: 1 to 32 letters and digits. */
  readonly token: string
  /** EncodingAESKey, the key for the encryption: 43 letters and digits. */
  readonly encodingAesKey: string
}

export interface SealedMessage {
  /** The encrypted message in base64. */
  readonly encrypt: string
  /** The sender adds these fields to the query of the URL. */
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
}

/**
 * Encrypts and signs a message with a new nonce. The timestamp is the real time, because the corp's clock may show a
 * time long ago, and receivers may refuse old messages.
 */
export function sealMessage({ token, encodingAesKey }: SealingKeys, receiveId: string, message: string): SealedMessage {
  const key = importKey(encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId, message, random: hexCharacters() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0])
  const msg_signature = signMessage({ token, timestamp, nonce, encrypt })
  return { encrypt, query: { msg_signature, timestamp, nonce } }
}

/** Returns the 16 random bytes that begin a message: hexadecimal characters, as in WeCom. */
function hexCharacters(): Uint8Array {
  return new TextEncoder().encode(crypto.randomUUID().replaceAll('-', '').slice(0, 16))
}

export type Exchange =
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'timeout' }
  | { readonly result: 'network' }

interface ExchangeOptions {
  readonly url: string
  /** Fields to add to the query of `url`. */
  readonly query: string
  /** With a body, the request is a POST, otherwise a GET. */
  readonly body?: string
  /** Time limit for the request, in milliseconds. */
  readonly limit: number
  /** Signal that ends the request before the time limit. */
  readonly stop?: AbortSignal
}

/** Sends one request. Does not follow redirects. The returned promise never rejects. */
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
