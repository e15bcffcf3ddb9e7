import { encryptMessage, importKey, signMessage } from '@wecom/callback'

/**
 * Formats fields as XML, in the same way as WeCom. Texts are in CDATA sections, numbers are not. A list becomes several
 * elements with the same name.
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

/** Wraps a text in a CDATA section. If the text contains `]]>`, uses two sections. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** Block size of the encryption, in bytes. The encryption pads each message to a multiple of this size. */
const block = 32

/**
 * Inserts blanks before the last tag of a message, so that the encryption must pad it with exactly `padding` bytes.
 * Tests need all lengths of padding, because receivers with a wrong padding code often fail only for some of them.
 *
 * @param padding - number of bytes, from 1 to 32.
 */
export function stretchMessage(xml: string, receiveId: string, padding: number): string {
  const length = 20 + new TextEncoder().encode(xml + receiveId).length
  // Adds two blocks, because the remainder of a negative number is negative in JavaScript.
  const missing = (2 * block - padding - (length % block)) % block
  return xml.replace(/<\/xml>$/, `${' '.repeat(missing)}</xml>`)
}

/** Keys with which a message is signed and encrypted. */
export interface SealingKeys {
  /** Token for the signature. It consists of 1 to 32 letters and digits. */
  readonly token: string
  /** Key for the encryption (EncodingAESKey). It consists of 43 letters and digits. */
  readonly encodingAesKey: string
}

/** An encrypted and signed message. */
export interface SealedMessage {
  /** The encrypted message, encoded in base64. */
  readonly encrypt: string
  /** Fields that the sender adds to the query of the URL: signature, timestamp and nonce. */
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
}

/**
 * Encrypts and signs a message with a new nonce. The timestamp is the real time. The corp's clock could show a time
 * that is long ago, and receivers may refuse old messages.
 */
export function sealMessage({ token, encodingAesKey }: SealingKeys, receiveId: string, message: string): SealedMessage {
  const key = importKey(encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId, message, random: hexCharacters() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0])
  const msg_signature = signMessage({ token, timestamp, nonce, encrypt })
  return { encrypt, query: { msg_signature, timestamp, nonce } }
}

/** Returns the 16 random bytes that begin a message. All are hexadecimal characters, as in messages of WeCom. */
function hexCharacters(): Uint8Array {
  return new TextEncoder().encode(crypto.randomUUID().replaceAll('-', '').slice(0, 16))
}

/** Result of one request to a callback URL. */
export type Exchange =
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'timeout' }
  | { readonly result: 'network' }

interface ExchangeOptions {
  readonly url: string
  /** Fields to add to the query of the URL. */
  readonly query: string
  /** Body of the request. With a body, the request is a POST. Otherwise it is a GET. */
  readonly body?: string
  /** Time limit for the request, in milliseconds. Afterwards, the request ends without an answer. */
  readonly limit: number
  /** Signal that ends the request before the time limit. */
  readonly stop?: AbortSignal
}

/**
 * Sends one request and waits at most `limit` milliseconds for the answer. Does not follow redirects. The returned
 * promise never rejects.
 */
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
