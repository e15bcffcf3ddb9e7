import { type Fields, isFields, mapFields, parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent, numberFields } from './knownEvents.ts'
import type { Welcome } from './Welcome.ts'

/**
 * 事件格式 — parses a decrypted message, XML or JSON. Field names stay as WeCom sends them:
 * - Documented number fields become numbers, all other values texts.
 * - Lists stay lists even with one item.
 * - Empty fields are left out.
 * - Undocumented fields are kept.
 *
 * An event with a `WelcomeCode` has `welcome` with its deadline. An undocumented event is no error: it is returned as
 * `unknown`.
 *
 * @param message - the text of a callback, from `decryptMessage`.
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
 * Returns the time of an event: its `CreateTime` or `TimeStamp`.
 *
 * @returns the time in milliseconds since 1970. Undefined for unknown events, or if the time is not a number.
 *
 * @example
 * const age = Date.now() - (eventTime(event) ?? 0)
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

/** Time for which WeCom accepts a `WelcomeCode`, in milliseconds. */
const welcomeLifetime = 20_000

/**
 * Makes the `welcome` of an event.
 * @returns the welcome message, or undefined if the event has no code or no time.
 */
function readWelcome(code: unknown, time: number | undefined): Welcome | undefined {
  if (typeof code !== 'string' || time === undefined) return undefined
  return { welcome_code: code, expiresAt: time + welcomeLifetime }
}

/** Paths of the fields that may be repeated. They become lists even with one item. */
const lists: ReadonlySet<string> = new Set(['MemChangeList.Item', 'ExtraInfo.AuthOpenKfIdList.OpenKfId'])

/** Converts the fields that may be repeated to lists. */
function readLists(fields: Fields, path = ''): Fields {
  return mapFields(fields, (value, name) => readList(value, path + name))
}

function readList(value: unknown, path: string): unknown {
  if (lists.has(path)) return [value].flat()
  return isFields(value) ? readLists(value, `${path}.`) : value
}

/** Converts the fields of a known event to their documented types, for XML and JSON. */
function readContent(fields: Fields): Fields {
  const isNumber: Readonly<Record<string, unknown>> = numberFields
  return mapFields(fields, (value, name) => (isNumber[name] === true ? numberOf(value) : textOf(value)))
}

/** Converts a value to a number. Returns other values unchanged, so that the rest of the event is not lost. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** Converts a value to a text, because JSON may contain an id as a number. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return mapFields(value, textOf)
  return String(value)
}
