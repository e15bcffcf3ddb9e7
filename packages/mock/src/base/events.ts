import type { Clock } from './clock.ts'

/** The value of a field of an event; `MemChangeList` is the only list. */
export type EventValue = string | number | { readonly Item: readonly string[] }

/**
 * An action of people, in WeCom's field names, without the fields of the envelope (`ToUserName`, `SuiteId` …), which
 * differ by app.
 */
export interface CorpEvent {
  readonly Event: string
  readonly ChangeType?: string
  /** Unix seconds. */
  readonly CreateTime: number
  readonly [field: string]: EventValue | undefined
}

/** An event without its time. */
export interface NewEvent {
  readonly Event: string
  readonly ChangeType?: string
  readonly [field: string]: EventValue | undefined
}

/** The events, oldest first. People raise events, calls of the API do not. */
export class EventLog {
  readonly #clock: Clock
  readonly #listeners = new Set<(event: CorpEvent) => void>()
  #events: CorpEvent[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Adds an event with the current time. */
  add(event: NewEvent): CorpEvent {
    const added: CorpEvent = { ...event, CreateTime: this.#clock.seconds() }
    this.#events.push(added)
    for (const listener of this.#listeners) listener(added)
    return added
  }

  /**
   * @example
   * expect(corp.events.list()).toMatchObject([{ ChangeType: 'add_external_contact', UserID: 'wangfang' }])
   */
  list(): readonly CorpEvent[] {
    return this.#events
  }

  /**
   * Calls the listener for every later event, also after a reset of the corp.
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
