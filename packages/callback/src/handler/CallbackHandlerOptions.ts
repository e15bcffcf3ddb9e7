import type { ReceiveIds } from '../crypto/messages.ts'
import { checkToken } from '../crypto/signature.ts'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import type { CallbackEvent, EventName, EventNamed } from '../events/CallbackEvent.ts'

export interface CallbackHandlerOptions {
  /** Token of the callback settings. */
  readonly token: string
  /** EncodingAESKey of the callback settings, 43 characters. */
  readonly encodingAesKey: string
  /**
   * Ids of the corps and suites whose messages are accepted. A self-built app has one: the corpid. A provider has
   * several: the suite id, the corpid of the provider, and the corpids of the corps that authorized the app. You may
   * add ids to a `Set` at any time.
   */
  readonly receiveIds: ReceiveIds
  /**
   * Handlers of events by `ChangeType`, `Event` or `InfoType`. If families share a `ChangeType`, use both names as the
   * key: `change_external_tag.create`. Such a key takes precedence. You may omit `on` if there is `onEvent`.
   */
  readonly on?: EventHandlers | undefined
  /**
   * Handler of every event that has no handler in `on`, including unknown events and new `ChangeType`s of known
   * families.
   */
  readonly onEvent?: EventHandler<CallbackEvent> | undefined
  /** Store that remembers which events were accepted. Default: a store in memory. */
  readonly dedupe?: DedupeStore | undefined
  /**
   * Time for which repeated deliveries are recognised, in milliseconds. It must be at least twice `maxAge`. Default
   * 600,000 (10 minutes).
   */
  readonly dedupeTtl?: number | undefined
  /**
   * Function that keeps the runtime alive until the work is done, e.g. `(work) => context.waitUntil(work)`. With it the
   * callback handler answers WeCom first and works afterwards, so WeCom does not repeat the delivery after a failure.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  /**
   * Listener for every refusal (`isWeComCallbackError`), and for every failure of your code or the store, together with
   * the event. The handler does not await it.
   *
   * If it is omitted, failures with an event are logged by `console.error`. Refusals, and other failures that strangers
   * can cause, are logged once an hour for each kind. If the listener itself throws, its error is logged once an hour,
   * and the failure is logged as if `onError` were omitted.
   */
  readonly onError?: ((error: unknown, event?: CallbackEvent) => unknown) | undefined
  /** Maximum size of an accepted body, in bytes. Default 131,072 (128 KiB). */
  readonly maxBodyBytes?: number | undefined
  /**
   * Maximum age of the signature, in milliseconds. The handler refuses a request that was signed longer ago, or that
   * far in the future. Default: no limit.
   */
  readonly maxAge?: number | undefined
  /** Clock for `maxAge`. Returns milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * Handlers of events by name. A name is a `ChangeType`, an `InfoType`, a family such as `change_external_chat`, or a
 * family and a `ChangeType`: `change_external_chat.create`.
 */
export type EventHandlers = { readonly [Name in EventName]?: EventHandler<EventNamed<Name>> | undefined }

export type EventHandler<Event> = (event: Event, context: EventContext) => unknown

/** Facts about the message that contained an event. */
export interface EventContext {
  /** Id of the corp or suite that the message is for. It is one of the accepted ids. */
  readonly receiveId: string
  /** Id of the app, from the body around the message. The signature does not cover it, so anybody can change it. */
  readonly agentId: string | undefined
  /** The decrypted message, XML or JSON. Use it for a queue, or to read fields that the event lacks. */
  readonly message: string
}

/** Checks the options of a callback handler. An option may be invalid because an environment variable is not set. */
export function checkOptions(options: CallbackHandlerOptions): void {
  const { token, receiveIds, on, onEvent, dedupeTtl, maxAge, maxBodyBytes } = options
  checkToken(token)
  // A set may be empty: you may add ids later.
  const isList = Array.isArray(receiveIds) && receiveIds.length > 0 && receiveIds.every((id) => typeof id === 'string')
  if (!isList && !(receiveIds instanceof Set)) {
    throw new TypeError('receiveIds must be a list of at least one id, or a Set')
  }
  if (!on && !onEvent) throw new TypeError('on or onEvent is required: without both, no event would be handled')
  checkLimit('maxBodyBytes', maxBodyBytes)
  checkLimit('dedupeTtl', dedupeTtl)
  if (maxAge !== Infinity) checkLimit('maxAge', maxAge)
}

/**
 * Checks a limit. Refuses numbers that are not positive, above all `NaN`, which would make every comparison with the
 * limit false.
 */
function checkLimit(name: string, value: number | undefined): void {
  const isLimit = value === undefined || (Number.isFinite(value) && value > 0)
  if (!isLimit) throw new RangeError(`${name} must be a positive number, got ${String(value)}`)
}
