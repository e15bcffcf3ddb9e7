import type { Clock } from './clock.ts'

/** What a field of an event holds; `MemChangeList` is the one list. */
export type EventValue = string | number | { readonly Item: readonly string[] }

/**
 * Something that people did, in WeCom's field names. What the envelope adds for each app that hears of it
 * (`ToUserName`, `SuiteId` …) is not here.
 */
export interface CorpEvent {
  readonly Event: string
  readonly ChangeType?: string
  /** Unix seconds. */
  readonly CreateTime: number
  readonly [field: string]: EventValue | undefined
}

/** An event before it has a time. */
export interface NewEvent {
  readonly Event: string
  readonly ChangeType?: string
  readonly [field: string]: EventValue | undefined
}

/** What happened, oldest first. Calls of the API raise no events, people do. */
export class EventLog {
  readonly #clock: Clock
  readonly #listeners = new Set<(event: CorpEvent) => void>()
  #events: CorpEvent[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Notes that something happens now. */
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
   * Hears of every event from now on, a reset of the corp included.
   *
   * @returns stops it.
   */
  listen(listener: (event: CorpEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#events = []
  }
}
