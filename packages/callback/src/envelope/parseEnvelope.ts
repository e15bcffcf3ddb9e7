import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The fields around the ciphertext of a delivery. */
export interface Envelope {
  readonly Encrypt: string
  /** Id of the corp or suite. The signature does not cover it, so anybody can change it. */
  readonly ToUserName?: string | undefined
  /** Id of the app. The signature does not cover it, so anybody can change it. */
  readonly AgentID?: string | undefined
}

/**
 * 接收消息协议 — reads the body of a delivery, XML or JSON. Ignores the case of names in JSON, because official samples
 * differ.
 *
 * The function searches for three fields without a parser and ignores the rest of the body. Anybody may have sent the
 * body, and parsing 128 KiB would take up to 100 ms. The function does not limit the size, but `readBody` does.
 *
 * @param body - the body as received.
 * @throws {WeComCallbackError} `empty`: the body is empty. `envelope`: the body has no `Encrypt`, or more than one.
 * @see https://developer.work.weixin.qq.com/document/path/90238
 *
 * @example
 * const { Encrypt } = parseEnvelope(await readBody(request, 128 * 1024))
 */
export function parseEnvelope(body: string): Envelope {
  if (!/\S/.test(body)) throw new WeComCallbackError('empty')
  const find = /^\s*\{/.test(body) ? findInJson : findInXml
  const encrypt = find(body, 'Encrypt')
  if (!encrypt) throw new WeComCallbackError('envelope')
  return { Encrypt: encrypt, ToUserName: find(body, 'ToUserName'), AgentID: find(body, 'AgentID') }
}

/**
 * Finds the text of an XML element.
 * @returns the text, if the element exists once and contains only text. Undefined if the element is empty.
 */
function findInXml(body: string, name: string): string | undefined {
  const [, inside, another] = body.split(`<${name}>`, 3)
  if (inside === undefined || another !== undefined) return undefined
  const [content = '', behind] = inside.split(`</${name}>`, 2)
  if (behind === undefined) return undefined
  const trimmed = content.trim()
  const text = trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>') ? trimmed.slice(9, -3) : trimmed
  return text === '' || text.includes('<') ? undefined : text
}

/** Pattern for a JSON string up to its closing quote. Its form keeps the time linear in the size of the body. */
const text = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`
const jsonFields = {
  Encrypt: new RegExp(String.raw`"encrypt"\s*:\s*(${text})`, 'gi'),
  ToUserName: new RegExp(String.raw`"tousername"\s*:\s*(${text})`, 'gi'),
  // A text or a number.
  AgentID: new RegExp(String.raw`"agentid"\s*:\s*(${text}|\d+)`, 'gi'),
}

/**
 * Finds the text of a JSON field on any level.
 * @returns the text, if the field exists once. Undefined if the field is empty.
 */
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
