import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The fields in the body of a callback request: the ciphertext, and two fields that are not encrypted. */
export interface Envelope {
  readonly Encrypt: string
  /**
   * Id of the corp or suite that the message is for. The signature does not cover this field, so anybody can change it.
   */
  readonly ToUserName?: string | undefined
  /** Id of the app that the message is for. The signature does not cover this field, so anybody can change it. */
  readonly AgentID?: string | undefined
}

/**
 * 接收消息协议 — reads the ciphertext, the corp or suite id and the app id from the body of a callback request. The body is
 * XML or JSON. In JSON, field names may be in upper or lower case, because the official samples vary.
 *
 * The function searches the text for these three fields and ignores everything else. It does not use a parser: the
 * sender is not verified yet, and parsing 128 KiB would take up to 100 ms. Limit the size of the body before you call
 * this function.
 *
 * @param body - the body as received.
 * @throws {WeComCallbackError} `empty`: the body is empty. `envelope`: the body has no `Encrypt`, or more than one.
 * @see https://developer.work.weixin.qq.com/document/path/90238
 *
 * @example
 * const { Encrypt } = parseEnvelope(body)
 */
export function parseEnvelope(body: string): Envelope {
  if (!/\S/.test(body)) throw new WeComCallbackError('empty')
  const find = /^\s*\{/.test(body) ? findInJson : findInXml
  const encrypt = find(body, 'Encrypt')
  if (!encrypt) throw new WeComCallbackError('envelope')
  return { Encrypt: encrypt, ToUserName: find(body, 'ToUserName'), AgentID: find(body, 'AgentID') }
}

function findInXml(body: string, name: string): string | undefined {
  const [, inside, another] = body.split(`<${name}>`, 3)
  if (inside === undefined || another !== undefined) return undefined
  const [content = '', behind] = inside.split(`</${name}>`, 2)
  if (behind === undefined) return undefined
  const trimmed = content.trim()
  const text = trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>') ? trimmed.slice(9, -3) : trimmed
  return text === '' || text.includes('<') ? undefined : text
}

// One JSON string with its quotes. The time for matching is proportional to the size of the body.
const text = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`
const jsonFields = {
  Encrypt: new RegExp(String.raw`"encrypt"\s*:\s*(${text})`, 'gi'),
  ToUserName: new RegExp(String.raw`"tousername"\s*:\s*(${text})`, 'gi'),
  // A text or a number.
  AgentID: new RegExp(String.raw`"agentid"\s*:\s*(${text}|\d+)`, 'gi'),
}

function findInJson(body: string, name: keyof typeof jsonFields): string | undefined {
  const [found, another] = body.matchAll(jsonFields[name])
  const value = found?.[1]
  return value === undefined || another ? undefined : textOf(value) || undefined
}

function textOf(json: string): string {
  try {
    return String(JSON.parse(json))
  } catch {
    // An escape that JSON does not have.
    throw new WeComCallbackError('envelope')
  }
}
