import type { ReceiveIds } from '../crypto/messages.ts'
import { checkToken } from '../crypto/signature.ts'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import type { CallbackEvent, EventName, EventNamed } from '../events/CallbackEvent.ts'

export interface CallbackHandlerOptions {
  /** Token of the callback settings (接收消息服务器配置) in the admin console. */
  readonly token: string
  /** EncodingAESKey of the callback settings (接收消息服务器配置) in the admin console. It has 43 characters. */
  readonly encodingAesKey: string
  /**
   * Ids of the receivers that this callback URL serves. The callback handler refuses messages for any other id. Pass
   * these ids:
   * - for a self-built app: the corp id
   * - for a suite of a service provider: the suite id, the corp id of the provider, and the corp ids of all corps that
   *   authorized the suite
   *
   * To add ids later, pass a `Set` and add them to it.
   */
  readonly receiveIds: ReceiveIds
  /**
   * Event handlers. The key of an event handler is the `ChangeType`, `Event` or `InfoType` of its events. Some of these
   * names, such as the `ChangeType` `create`, belong to several kinds of events. To choose one kind, join `Event` and
   * `ChangeType` with a dot: `change_external_tag.create`. If several keys match an event, the callback handler uses
   * the first of them in this order: both names (`Event.ChangeType`), `ChangeType`, `Event` or `InfoType`. You may omit
   * `on` if you set `onEvent`.
   */
  readonly on?: EventHandlers | undefined
  /** Handler for all events without a handler in `on`. It also receives events that the SDK does not know. */
  readonly onEvent?: EventHandler<CallbackEvent> | undefined
  /**
   * Store that remembers which events were already accepted, so that the callback handler handles each event only once.
   * Default: a store in the memory of this process (`memoryDedupeStore`).
   */
  readonly dedupe?: DedupeStore | undefined
  /**
   * Time in milliseconds for which the callback handler recognises a repeated delivery of an event. Default: 600,000
   * (10 minutes).
   *
   * If you set `maxAge`, the callback handler uses at least twice `maxAge`. The reason is that the callback handler
   * accepts a request if its `timestamp` is at most `maxAge` in the past or in the future. So two copies of a request
   * may arrive up to twice `maxAge` apart.
   */
  readonly dedupeTtl?: number | undefined
  /**
   * Function that keeps your runtime running until a promise settles, such as `(work) => context.waitUntil(work)`. If
   * you set this option, the callback handler responds to WeCom first, and calls your event handler afterwards. If your
   * event handler then fails, WeCom does not deliver the event again.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  /**
   * Listener for failures. The callback handler calls it for every refused request, with an error that
   * `isWeComCallbackError` recognises. It also calls the listener if one of your event handlers or the store in
   * `dedupe` fails, with the error and the event. The callback handler does not await the listener.
   *
   * If `onError` is omitted, `console.error` logs the failures:
   * - Failures with an event are logged every time.
   * - Refused requests, and other failures without an event, are logged at most once an hour per kind, because anybody
   *   can cause them.
   *
   * If the listener itself throws, its error is logged at most once an hour. The original failure is then logged in the
   * same way as without `onError`.
   */
  readonly onError?: ((error: unknown, event?: CallbackEvent) => unknown) | undefined
  /**
   * Maximum size of the body of a request in bytes. The callback handler refuses larger bodies. Default: 131,072 (128
   * KiB).
   */
  readonly maxBodyBytes?: number | undefined
  /**
   * Maximum difference in milliseconds between the current time and the `timestamp` in the query of a request, which
   * WeCom has signed. The callback handler refuses a request whose `timestamp` is more than `maxAge` in the past or in
   * the future. Default: no limit.
   */
  readonly maxAge?: number | undefined
  /**
   * Function that returns the current time, in milliseconds since 1970. The callback handler uses it to check `maxAge`.
   * Default: `Date.now`.
   */
  readonly now?: (() => number) | undefined
}

/**
 * Event handlers. Each key is the name of an event, in one of three forms:
 * - the value of `ChangeType`, e.g. `add_external_contact`
 * - the value of `Event` or `InfoType`, e.g. `change_external_chat`
 * - the value of `Event` or `InfoType`, a dot and the value of `ChangeType`, e.g. `change_external_chat.create`
 */
export type EventHandlers = { readonly [Name in EventName]?: EventHandler<EventNamed<Name>> | undefined }

export type EventHandler<Event> = (event: Event, context: EventContext) => unknown

/** Data about the message that contained the event. Every event handler receives it as the second argument. */
export interface EventContext {
  /** Id of the corp or suite that the message is for. It is one of the `receiveIds` of the callback handler. */
  readonly receiveId: string
  /** Id of the app that the message is for. The signature does not cover this id, so anybody can change it. */
  readonly agentId: string | undefined
  /**
   * Decrypted message in XML or JSON. Use it to put the message into a queue, or to read fields that are missing in the
   * parsed event.
   */
  readonly message: string
}

export function checkOptions(options: CallbackHandlerOptions): void {
  const { token, receiveIds, on, onEvent, dedupe, dedupeTtl, waitUntil, onError, maxAge, maxBodyBytes, now } = options
  // An option may be missing although its type forbids this, for example because an environment variable is not set.
  checkToken(token)
  // A set may be empty: you may add ids later.
  const isList = Array.isArray(receiveIds) && receiveIds.length > 0 && receiveIds.every((id) => typeof id === 'string')
  if (!isList && !(receiveIds instanceof Set)) {
    throw new TypeError('receiveIds must be a list of at least one id, or a Set')
  }
  if (!on && !onEvent) throw new TypeError('on or onEvent is required: without both, no event would be handled')
  for (const [name, value] of Object.entries({ onEvent, onError, waitUntil, now })) {
    if (value && typeof value !== 'function') throw new TypeError(`${name} must be a function, got ${typeof value}`)
  }
  if (dedupe && !(typeof dedupe.add === 'function' && typeof dedupe.delete === 'function')) {
    throw new TypeError('dedupe must have the functions add and delete')
  }
  checkLimit('maxBodyBytes', maxBodyBytes)
  checkLimit('dedupeTtl', dedupeTtl)
  if (maxAge !== Infinity) checkLimit('maxAge', maxAge)
}

function checkLimit(name: string, value: number | undefined): void {
  // Every comparison with `NaN` is false, so `NaN` would mean no limit.
  const isLimit = value === undefined || (Number.isFinite(value) && value > 0)
  if (!isLimit) throw new RangeError(`${name} must be a positive number, got ${String(value)}`)
}
