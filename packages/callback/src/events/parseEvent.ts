import { parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent } from './knownEvents.ts'
import { numberFields } from './numberFields.ts'

/**
 * 事件格式 — reads a decrypted message, XML or JSON. Names stay as on the wire, fields that are documented as numbers
 * become numbers, lists are lists even of one, and what is empty is left out. Fields that are not documented come
 * through as they are, and so do events, as `unknown`: neither is an error.
 *
 * @param message - what `decryptMessage` gives.
 * @throws {WeComCallbackError} `xml`, `json`.
 * @see https://developer.work.weixin.qq.com/document/path/92130
 *
 * @example
 * const event = parseEvent(message)
 * switch (event.ChangeType) {
 *   case 'add_external_contact':
 *     return welcome(event.UserID, event.ExternalUserID)
 * }
 */
export function parseEvent(message: string): CallbackEvent {
  const fields = parseFields(message)
  if (!isKnownEvent(fields)) return { unknown: fields }
  const entries = Object.entries(fields).map(([name, value]) => [name, readValue(name, value)])
  return Object.fromEntries(entries) as KnownEvent
}

/** What should be a number and is none stays as it is: the event still says the rest. */
function readValue(name: string, value: unknown): unknown {
  const isNumber = Object.hasOwn(numberFields, name) && typeof value === 'string' && /^-?\d{1,15}$/.test(value)
  return isNumber ? Number(value) : value
}
