import { type Fields, isFields, mapFields, parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent, numberFields } from './knownEvents.ts'
import type { Welcome } from './Welcome.ts'

/**
 * 事件格式 — reads a decrypted message, XML or JSON. Names stay as on the wire, fields that are documented as numbers
 * become numbers and all others texts, lists are lists even of one, and what is empty is left out. Where there is a
 * `WelcomeCode`, there is a `welcome` with its deadline. Fields that are not documented come through, and so do events,
 * as `unknown`: neither is an error.
 *
 * @param message - what `decryptMessage` gives.
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
 * When an event happened: its `CreateTime` or `TimeStamp`, whichever its form has.
 *
 * @returns milliseconds since 1970; nothing for unknown events, or where the time is no number.
 *
 * @example
 * const age = Date.now() - (eventTime(event) ?? 0)
 */
export function eventTime(event: CallbackEvent): number | undefined {
  if ('unknown' in event) return undefined
  const seconds = event.CreateTime ?? event.TimeStamp
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

/** How long WeCom takes a `WelcomeCode`, in milliseconds. */
const welcomeLifetime = 20_000

/** @returns nothing where there is no code, or no time to count from. */
function readWelcome(event: KnownEvent): Welcome | undefined {
  const time = eventTime(event)
  if (!('WelcomeCode' in event) || event.WelcomeCode === undefined || time === undefined) return undefined
  return { welcome_code: event.WelcomeCode, expiresAt: time + welcomeLifetime }
}

/** Makes a list of a field that may come more than once, also where it comes once. */
const lists: ReadonlySet<string> = new Set(['MemChangeList.Item', 'ExtraInfo.AuthOpenKfIdList.OpenKfId'])

/** The fields of an event, known or not, with lists where there may be lists. */
function readLists(fields: Fields, path = ''): Fields {
  return mapFields(fields, (value, name) => readList(value, path + name))
}

function readList(value: unknown, path: string): unknown {
  if (lists.has(path)) return [value].flat()
  return isFields(value) ? readLists(value, `${path}.`) : value
}

/** The fields of a known event with the types that are documented, whether XML or JSON has brought them. */
function readContent(fields: Fields): Fields {
  return mapFields(fields, (value, name) => (Object.hasOwn(numberFields, name) ? numberOf(value) : textOf(value)))
}

/** Reads a number. A text that is none stays as it is, so that the rest of the event is not lost. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** In JSON an id may come as a number. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return mapFields(value, textOf)
  return typeof value === 'number' ? String(value) : value
}
