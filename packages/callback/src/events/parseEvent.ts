import { type Fields, isFields, mapFields, parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent, numberFields } from './knownEvents.ts'
import type { Welcome } from './Welcome.ts'

/**
 * 事件格式 — parses a decrypted message, XML or JSON. Names stay as on the wire. Documented number fields become numbers,
 * all others texts; lists stay lists even with one item; empty fields are left out. An event with a `WelcomeCode` has
 * `welcome` with its deadline. Undocumented fields are kept, and undocumented events are returned as `unknown`; neither
 * is an error.
 *
 * @param message - from `decryptMessage`.
 * @throws {WeComCallbackError} `xml`, `json`.
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
  const event = readContent(fields) as unknown as KnownEvent
  const welcome = readWelcome(event)
  return welcome ? Object.assign(event, { welcome }) : event
}

/**
 * Returns the time of an event: its `CreateTime` or `TimeStamp`.
 *
 * @returns milliseconds since 1970; undefined for unknown events, or if the time is not a number.
 *
 * @example
 * const age = Date.now() - (eventTime(event) ?? 0)
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

/** Milliseconds for which WeCom accepts a `WelcomeCode`. */
const welcomeLifetime = 20_000

/** @returns undefined without a code or a time. */
function readWelcome(event: KnownEvent): Welcome | undefined {
  const time = eventTime(event)
  if (!('WelcomeCode' in event) || event.WelcomeCode === undefined || time === undefined) return undefined
  return { welcome_code: event.WelcomeCode, expiresAt: time + welcomeLifetime }
}

/** Fields that may be repeated. They become lists even with one item. */
const lists: ReadonlySet<string> = new Set(['MemChangeList.Item', 'ExtraInfo.AuthOpenKfIdList.OpenKfId'])

/** Makes lists of the fields that may be repeated. */
function readLists(fields: Fields, path = ''): Fields {
  return mapFields(fields, (value, name) => readList(value, path + name))
}

function readList(value: unknown, path: string): unknown {
  if (lists.has(path)) return [value].flat()
  return isFields(value) ? readLists(value, `${path}.`) : value
}

/** Converts the fields of a known event to their documented types, for XML and JSON. */
function readContent(fields: Fields): Fields {
  return mapFields(fields, (value, name) => (Object.hasOwn(numberFields, name) ? numberOf(value) : textOf(value)))
}

/** Reads a number. Returns any other value unchanged, so that the rest of the event is not lost. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** Converts an id to a text: in JSON it may be a number. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return mapFields(value, textOf)
  return typeof value === 'number' ? String(value) : value
}
