import { parseFields } from '../text/parseFields.ts'
import type { CallbackEvent, KnownEvent } from './CallbackEvent.ts'
import { isKnownEvent } from './knownEvents.ts'
import { readContent } from './readContent.ts'
import { readLists } from './readLists.ts'
import { readWelcome } from './Welcome.ts'

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
