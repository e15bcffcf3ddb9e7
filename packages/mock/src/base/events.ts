import type { Clock } from './clock.ts'

/** Value of a field of an event. Only the field `MemChangeList` contains a list (`Item`). */
export type EventValue = string | number | { readonly Item: readonly string[] }

/**
 * An event that reports a change in the corp, e.g. an action of a member, customer or admin. Its fields have WeCom's
 * names. Fields such as `ToUserName` and `SuiteId` are missing, because their values differ for each app that receives
 * the event.
 */
export interface CorpEvent {
  readonly Event: string
  readonly ChangeType?: string
  /** Time of the event, in unix seconds. */
  readonly CreateTime: number
  readonly [field: string]: EventValue | undefined
}

/** An event without `CreateTime`. `EventLog.add` adds this field. */
export interface NewEvent {
  readonly Event: string
  readonly ChangeType?: string
  readonly [field: string]: EventValue | undefined
}

/**
 * The events of a fake corp (see `createFakeCorp`), oldest first. Actions of people (`corp.people`) create events, and
 * so does the corp's clock, e.g. when a transfer ends. API calls create no events directly.
 */
export class EventLog {
  readonly #clock: Clock
  readonly #listeners = new Set<(event: CorpEvent) => void>()
  #events: CorpEvent[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Adds an event to the log and sets its `CreateTime` to the current time of the fake corp. Then calls all listeners.
   */
  add(event: NewEvent): CorpEvent {
    const added: CorpEvent = { ...event, CreateTime: this.#clock.seconds() }
    this.#events.push(added)
    for (const listener of this.#listeners) listener(added)
    return added
  }

  /**
   * Returns all events of the fake corp, oldest first.
   *
   * @example
   * expect(corp.events.list()).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'wangfang' }])
   */
  list(): readonly CorpEvent[] {
    return this.#events
  }

  /**
   * Registers a listener that is called for every later event. The listener stays registered after a reset of the corp.
   *
   * @returns a function that removes the listener.
   */
  listen(listener: (event: CorpEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#events = []
  }
}
