import { type Fields, isFields, mapFields, parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent, numberFields } from './knownEvents.ts'
import type { Welcome } from './Welcome.ts'

/**
 * 事件格式 — parses a decrypted message in XML or JSON. Field names are the same as in WeCom's documentation:
 * - Fields that are numbers in WeCom's documentation become numbers. All other values become texts.
 * - Lists become arrays, even if they have only one item.
 * - Empty fields are removed.
 * - The result also contains fields that the documentation does not list.
 *
 * If the event has a `WelcomeCode`, the function adds the field `welcome`, which contains the deadline of the code. A
 * message that is not a known event causes no error. The field `unknown` of the result then contains the fields of the
 * message.
 *
 * @param message - the decrypted text, from `decryptMessage`.
 * @throws {WeComCallbackError} `xml`, `json`: the message is not valid XML or JSON.
 * @see https://developer.work.weixin.qq.com/document/path/92130
 *
 * @example
 * const event = parseEvent(message)
 * switch (event.ChangeType) {
 *   case 'add_external_contact':
 *     return greet(event.ExternalUserID, event.welcome)
 * }
 */
export function parseEvent(message: string): CallbackEvent {
  const fields = readLists(parseFields(message))
  if (!isKnownEvent(fields)) return { unknown: fields }
  const content = readContent(fields)
  const event = content as unknown as KnownEvent
  const welcome = readWelcome(content['WelcomeCode'], eventTime(event))
  return welcome ? Object.assign(event, { welcome }) : event
}

/**
 * Returns the time when an event happened, from its field `CreateTime` or `TimeStamp`.
 *
 * @returns the time in milliseconds since 1970. Undefined if the event is not a known event, or the field is not a
 * number.
 *
 * @example
 * const time = eventTime(event)
 * const age = time === undefined ? undefined : Date.now() - time
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

// How long WeCom accepts a `WelcomeCode` after its event, in milliseconds.
const welcomeLifetime = 20_000

function readWelcome(code: unknown, time: number | undefined): Welcome | undefined {
  if (typeof code !== 'string' || time === undefined) return undefined
  return { welcome_code: code, expiresAt: time + welcomeLifetime }
}

// WeCom may send these fields several times in one event. They always become arrays, even with only one value.
const lists: ReadonlySet<string> = new Set(['MemChangeList.Item', 'ExtraInfo.AuthOpenKfIdList.OpenKfId'])

function readLists(fields: Fields, path = ''): Fields {
  return mapFields(fields, (value, name) => readList(value, path + name))
}

function readList(value: unknown, path: string): unknown {
  if (lists.has(path)) return [value].flat()
  return isFields(value) ? readLists(value, `${path}.`) : value
}

function readContent(fields: Fields): Fields {
  const isNumber: Readonly<Record<string, unknown>> = numberFields
  return mapFields(fields, (value, name) => (isNumber[name] === true ? numberOf(value) : textOf(value)))
}

function numberOf(value: unknown): unknown {
  // Other values than digits stay unchanged, so that one unexpected field does not make the whole event fail.
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

function textOf(value: unknown): unknown {
  // WeCom may send ids as numbers in JSON.
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return mapFields(value, textOf)
  return String(value)
}
