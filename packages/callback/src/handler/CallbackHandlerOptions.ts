import type { ReceiveIds } from '../crypto/messages.ts'
import { checkToken } from '../crypto/signature.ts'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import type { CallbackEvent, EventName, EventNamed } from '../events/CallbackEvent.ts'

export interface CallbackHandlerOptions {
  /** The Token of the callback settings. */
  readonly token: string
  /** The EncodingAESKey of the callback settings: 43 characters. */
  readonly encodingAesKey: string
  /**
   * Ids of the corps and suites whose messages are accepted. For a self-built app: the corpid. For a provider: the
   * suite id, its own corpid, and the corpids of the corps that authorized the app. You may add ids to a `Set` at any
   * time.
   */
  readonly receiveIds: ReceiveIds
  /**
   * Handlers by `ChangeType`, `Event` or `InfoType`. If families share a `ChangeType`, use both as the key:
   * `change_external_tag.create`. Such a key takes precedence. Optional if there is `onEvent`.
   */
  readonly on?: EventHandlers | undefined
  /**
   * Handles every event without a handler in `on`, including unknown events and new `ChangeType`s of known families.
   */
  readonly onEvent?: EventHandler<CallbackEvent> | undefined
  /** Remembers which events were accepted. Default: in memory. */
  readonly dedupe?: DedupeStore | undefined
  /** Milliseconds for which repeated deliveries are recognised; at least twice `maxAge`. Default: 10 minutes. */
  readonly dedupeTtl?: number | undefined
  /**
   * Keeps the runtime alive until the work is done, e.g. `(work) => context.waitUntil(work)`. With it the handler
   * answers first and works afterwards, so WeCom does not deliver again after a failure.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  /**
   * Called with every refusal (`isWeComCallbackError`), and with every failure of your code or the store, together with
   * the event. If omitted, failures with an event are logged by `console.error`; refusals and other failures that
   * strangers can cause are logged once an hour for each kind. Not awaited; may throw: then its own error is logged
   * once an hour, and the failure as if `onError` were omitted.
   */
  readonly onError?: ((error: unknown, event?: CallbackEvent) => unknown) | undefined
  /** The largest accepted body in bytes. Default: 128 KiB. */
  readonly maxBodyBytes?: number | undefined
  /**
   * Refuses requests that were signed longer ago than this, or as far in the future, in milliseconds. Default: no
   * limit.
   */
  readonly maxAge?: number | undefined
  /** The clock for `maxAge`, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * A handler for each name: a `ChangeType`, an `InfoType`, a family such as `change_external_chat`, or a family and a
 * `ChangeType`, `change_external_chat.create`.
 */
export type EventHandlers = { readonly [Name in EventName]?: EventHandler<EventNamed<Name>> | undefined }

export type EventHandler<Event> = (event: Event, context: EventContext) => unknown

/** The facts of the message around an event. */
export interface EventContext {
  /** The corp or suite of the message, one of those accepted. */
  readonly receiveId: string
  /** The app, from the body around the message. Not covered by the signature: anybody can change it. */
  readonly agentId: string | undefined
  /** The decrypted message, XML or JSON: for a queue, or for fields that the event lacks. */
  readonly message: string
}

/** Refuses invalid settings, e.g. because an environment variable is not set. */
export function checkOptions(options: CallbackHandlerOptions): void {
  const { token, receiveIds, on, onEvent, dedupeTtl, maxAge, maxBodyBytes } = options
  checkToken(token)
  // A set may be empty: you may add ids later.
  const isList = Array.isArray(receiveIds) && receiveIds.length > 0 && receiveIds.every((id) => typeof id === 'string')
  if (!isList && !(receiveIds instanceof Set)) {
    throw new TypeError('receiveIds must be a list of ids, with at least one in it, or a Set')
  }
  if (!on && !onEvent) throw new TypeError('on or onEvent must be there: without both, no event would be handled')
  checkLimit('maxBodyBytes', maxBodyBytes)
  checkLimit('dedupeTtl', dedupeTtl)
  if (maxAge !== Infinity) checkLimit('maxAge', maxAge)
}

/** Refuses limits that are not positive numbers, above all `NaN`, with which every comparison passes. */
function checkLimit(name: string, value: number | undefined): void {
  const isLimit = value === undefined || (Number.isFinite(value) && value > 0)
  if (!isLimit) throw new RangeError(`${name} must be a positive number, got ${String(value)}`)
}
