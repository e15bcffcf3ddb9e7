import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The fields around the ciphertext of a delivery. */
export interface Envelope {
  readonly Encrypt: string
  /** Id of the corp or suite. Not covered by the signature: anybody can change it. */
  readonly ToUserName?: string | undefined
  /** The app. Not covered by the signature: anybody can change it. */
  readonly AgentID?: string | undefined
}

/**
 * 接收消息协议 — reads the body of a delivery, XML or JSON. Ignores the case of names in JSON, because official samples
 * differ.
 *
 * It searches for three fields without a parser: anybody may have sent the body, and parsing 128 KiB would take up to
 * 100 ms. It ignores the rest of the body. It does not limit the size; `readBody` does.
 *
 * @param body - as received.
 * @throws {WeComCallbackError} `empty`; `envelope`: there is no `Encrypt`, or more than one.
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

/** @returns the text of an element that exists once and contains only text; undefined if it is empty. */
function findInXml(body: string, name: string): string | undefined {
  const tag = `<${name}>`
  const start = body.indexOf(tag) + tag.length
  const end = body.indexOf(`</${name}>`, start)
  if (start < tag.length || end === -1 || body.includes(tag, start)) return undefined
  const content = body.slice(start, end).trim()
  const text = content.startsWith('<![CDATA[') && content.endsWith(']]>') ? content.slice(9, -3) : content
  return text === '' || text.includes('<') ? undefined : text
}

/** Matches up to the closing quote, so that the time is linear in the size of the body. */
const text = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`
const jsonFields = {
  Encrypt: new RegExp(String.raw`"encrypt"\s*:\s*(${text})`, 'gi'),
  ToUserName: new RegExp(String.raw`"tousername"\s*:\s*(${text})`, 'gi'),
  // A text or a number.
  AgentID: new RegExp(String.raw`"agentid"\s*:\s*(${text}|\d+)`, 'gi'),
}

/** @returns the text of a field that exists once, on any level; undefined if it is empty. */
function findInJson(body: string, name: keyof typeof jsonFields): string | undefined {
  const [found, another] = body.matchAll(jsonFields[name])
  const [, value] = found ?? []
  if (value === undefined || another) return undefined
  return value.startsWith('"') ? textOf(value) || undefined : value
}

function textOf(json: string): string | undefined {
  try {
    return JSON.parse(json) as string
  } catch {
    // An escape that JSON does not have.
    return undefined
  }
}
