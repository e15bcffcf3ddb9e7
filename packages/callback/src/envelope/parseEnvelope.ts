import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { Fields } from '../text/Fields.ts'
import { parseFields } from '../text/parseFields.ts'

/** What stands around the ciphertext of a delivery. */
export interface Envelope {
  readonly Encrypt: string
  /** Corp or suite id. Not covered by the signature: anybody can change it. */
  readonly ToUserName?: string | undefined
  /** The app. Not covered by the signature: anybody can change it. */
  readonly AgentID?: string | undefined
}

/**
 * 接收消息协议 — reads the body of a delivery, XML or JSON. Names in JSON are read without regard to case, as official
 * samples differ. There is no limit on its size here; `readBody` has one.
 *
 * @param body - as received.
 * @throws {WeComCallbackError} `xml`, `json`; `envelope`: there is no `Encrypt`.
 * @see https://developer.work.weixin.qq.com/document/path/90238
 *
 * @example
 * const { Encrypt } = parseEnvelope(await readBody(request, 128 * 1024))
 */
export function parseEnvelope(body: string): Envelope {
  const { encrypt, tousername, agentid } = lowerCased(parseFields(body))
  if (typeof encrypt !== 'string') throw new WeComCallbackError('envelope')
  return { Encrypt: encrypt, ToUserName: textOf(tousername), AgentID: textOf(agentid) }
}

function lowerCased(fields: Fields): Fields {
  const lowered: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) lowered[name.toLowerCase()] = fields[name]
  return lowered
}

/** JSON has the id of an app as a text or as a number. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
