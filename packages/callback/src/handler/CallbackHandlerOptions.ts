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
   * Ids of the corps and suites whose messages are accepted. For an app of your own: the corpid. For a provider: suite
   * id, own corpid, and the corpids of the corps that authorized the app; a `Set` may grow while it is in use.
   */
  readonly receiveIds: ReceiveIds
  /**
   * Handlers by `ChangeType`, else by `Event` or `InfoType`. Where families share a `ChangeType`, both together are a
   * key, `change_external_tag.create`, which comes before the others. May be left out where `onEvent` is there.
   */
  readonly on?: EventHandlers | undefined
  /**
   * Handles every event that `on` has no handler for: unknown ones, too, and a new `ChangeType` of a known family, for
   * which the handler of the family was not written.
   */
  readonly onEvent?: EventHandler<CallbackEvent> | undefined
  /** Remembers which events were accepted; in memory by default. */
  readonly dedupe?: DedupeStore | undefined
  /**
   * How long repeated deliveries are recognised, in milliseconds; 10 minutes by default, and never less than twice
   * `maxAge`.
   */
  readonly dedupeTtl?: number | undefined
  /**
   * Keeps the runtime alive until the work is done, e.g. `(work) => context.waitUntil(work)`. With it the answer is sent
   * first and the work is done afterwards, so that a failure can no longer ask WeCom to deliver again.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  /**
   * Called with every refusal (`isWeComCallbackError`), and with every failure of your own code or of the store, then
   * with the event. If omitted, `console.error` gets every failure that has an event, and what strangers can cause, such
   * as refusals, once an hour for each kind. Not awaited; may fail: its error is logged once an hour, and what it was
   * called with as if it were omitted.
   */
  readonly onError?: ((error: unknown, event?: CallbackEvent) => unknown) | undefined
  /** Larger bodies are refused; 128 KiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Refuses what was signed longer ago than this, or as far in the future, in milliseconds; no limit by default. */
  readonly maxAge?: number | undefined
  /** The clock for `maxAge`, in milliseconds since 1970; `Date.now` by default. */
  readonly now?: (() => number) | undefined
}

/**
 * A handler for each name: a `ChangeType`, an `InfoType`, a family such as `change_external_chat`, or both of them,
 * `change_external_chat.create`.
 */
export type EventHandlers = { readonly [Name in EventName]?: EventHandler<EventNamed<Name>> | undefined }

export type EventHandler<Event> = (event: Event, context: EventContext) => unknown

/** What came along with an event. */
export interface EventContext {
  /** The corp or suite that the message is meant for; it is one of those accepted. */
  readonly receiveId: string
  /** The app, as the body around the message names it. Not covered by the signature: anybody can change it. */
  readonly agentId: string | undefined
  /** The message as decrypted, XML or JSON: for a queue, or for fields that the event does not show. */
  readonly message: string
}

/** Refuses settings that cannot work, e.g. because an environment variable is not set. */
export function checkOptions(options: CallbackHandlerOptions): void {
  const { token, receiveIds, on, onEvent, dedupeTtl, maxAge, maxBodyBytes } = options
  checkToken(token)
  // A set may be empty: it is there to grow.
  const isList = Array.isArray(receiveIds) && receiveIds.length > 0 && receiveIds.every((id) => typeof id === 'string')
  if (!isList && !(receiveIds instanceof Set)) {
    throw new TypeError('receiveIds must be a list of ids, with at least one in it, or a Set')
  }
  if (!on && !onEvent) throw new TypeError('on or onEvent must be there: without both, no event would be handled')
  checkLimit('maxBodyBytes', maxBodyBytes)
  checkLimit('dedupeTtl', dedupeTtl)
  if (maxAge !== Infinity) checkLimit('maxAge', maxAge)
}

/** `NaN` above all: whatever is compared with it passes. */
function checkLimit(name: string, value: number | undefined): void {
  const isLimit = value === undefined || (Number.isFinite(value) && value > 0)
  if (!isLimit) throw new RangeError(`${name} must be a positive number, got ${String(value)}`)
}
