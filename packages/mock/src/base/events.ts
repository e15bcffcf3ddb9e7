import type { Clock } from './clock.ts'

/** Value of an event field. Only `MemChangeList` is a list. */
export type EventValue = string | number | { readonly Item: readonly string[] }

/**
 * An event about an action of a member, customer or admin. Has WeCom's field names. Lacks the fields of the envelope
 * (`ToUserName`, `SuiteId` …), because they differ by app.
 */
export interface CorpEvent {
  readonly Event: string
  readonly ChangeType?: string
  /** Time of the event in unix seconds. */
  readonly CreateTime: number
  readonly [field: string]: EventValue | undefined
}

/** An event before the log adds its time. */
export interface NewEvent {
  readonly Event: string
  readonly ChangeType?: string
  readonly [field: string]: EventValue | undefined
}

/** The events of the corp, oldest first. Actions of people raise events; calls of the API do not. */
export class EventLog {
  readonly #clock: Clock
  readonly #listeners = new Set<(event: CorpEvent) => void>()
  #events: CorpEvent[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Adds an event with the current time of the corp. */
  add(event: NewEvent): CorpEvent {
    const added: CorpEvent = { ...event, CreateTime: this.#clock.seconds() }
    this.#events.push(added)
    for (const listener of this.#listeners) listener(added)
    return added
  }

  /**
   * Returns all events, oldest first.
   *
   * @example
   * expect(corp.events.list()).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'wangfang' }])
   */
  list(): readonly CorpEvent[] {
    return this.#events
  }

  /**
   * Calls the listener for every later event. A reset of the corp does not remove the listener.
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
