import type { ReceiveIds } from '../crypto/decryptMessage.ts'
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
   * What to do, by `ChangeType`, else by `Event` or `InfoType`. Where families share a `ChangeType`, both are a key,
   * `change_external_tag.create`, and it comes before the others.
   */
  readonly on: EventHandlers
  /**
   * What to do with every event that `on` has nothing for. Unknown ones are among them, and so is a new `ChangeType` of a
   * known family, for which the handler of the family was not written.
   */
  readonly onEvent?: EventHandler<CallbackEvent> | undefined
  /** Where it is kept which events were taken on; in memory unless told. */
  readonly dedupe?: DedupeStore | undefined
  /**
   * How long repeated deliveries are recognised, in milliseconds; 10 minutes unless told, and never less than twice
   * `maxAge`.
   */
  readonly dedupeTtl?: number | undefined
  /**
   * Keeps the runtime alive until the work is done, e.g. `(work) => context.waitUntil(work)`. With it the answer is sent
   * first and the work is done afterwards, so that a failure can no longer ask WeCom to deliver again.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
  /**
   * Told of every refusal (`isWeComCallbackError`), and of every failure of your own code, then with the event. Without
   * it, both show in the status of the answer only. It is not waited for, and may fail.
   */
  readonly onError?: ((error: unknown, event?: CallbackEvent) => unknown) | undefined
  /** Larger bodies are refused; 128 KiB unless told. */
  readonly maxBodyBytes?: number | undefined
  /** Refuses what was signed longer ago than this, or as far in the future, in milliseconds; no limit unless told. */
  readonly maxAge?: number | undefined
  /** The clock for `maxAge`, in milliseconds since 1970; `Date.now` unless told. */
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
