import { encryptMessage, importKey, signMessage } from '@wecom/callback'

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

function cdata(text: string): string {
  // A CDATA section cannot contain `]]>`, so such a text gets two sections.
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

// WeCom pads messages to a multiple of this number of bytes, although a block of AES has 16 bytes.
const block = 32

/**
 * Inserts spaces into a message, so that the encryption adds exactly `padding` bytes of padding (1 to 32). The fake
 * corp uses all lengths of padding in turn, because a faulty receiver often handles only some lengths wrongly.
 */
export function stretchMessage(xml: string, receiveId: string, padding: number): string {
  const length = 20 + new TextEncoder().encode(xml + receiveId).length
  // Adds two blocks, because the remainder of a negative number is negative in JavaScript.
  const missing = (2 * block - padding - (length % block)) % block
  return xml.replace(/<\/xml>$/, `${' '.repeat(missing)}</xml>`)
}

export interface SealingKeys {
  readonly token: string
  readonly encodingAesKey: string
}

export interface SealedMessage {
  readonly encrypt: string
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
}

export function sealMessage({ token, encodingAesKey }: SealingKeys, receiveId: string, message: string): SealedMessage {
  const key = importKey(encodingAesKey)
  const encrypt = encryptMessage({ key, receiveId, message, random: hexCharacters() })
  // The real time, because the corp's clock may show a time long ago, and receivers may refuse old messages.
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(crypto.getRandomValues(new Uint32Array(1))[0])
  const msg_signature = signMessage({ token, timestamp, nonce, encrypt })
  return { encrypt, query: { msg_signature, timestamp, nonce } }
}

function hexCharacters(): Uint8Array {
  // Hexadecimal characters, as in WeCom.
  return new TextEncoder().encode(crypto.randomUUID().replaceAll('-', '').slice(0, 16))
}

export type Exchange =
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'timeout' }
  | { readonly result: 'network' }

interface ExchangeOptions {
  readonly url: string
  readonly query: string
  readonly body?: string
  /** Time limit for the request, in milliseconds. */
  readonly limit: number
  readonly stop?: AbortSignal
}

/** Sends one request to a callback URL. It does not follow redirects, and its promise never rejects. */
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
