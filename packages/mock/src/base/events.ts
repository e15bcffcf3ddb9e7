import type { Clock } from './clock.ts'

/** The value of a field of an event; `MemChangeList` is the only list. */
export type EventValue = string | number | { readonly Item: readonly string[] }

/**
 * Something that people did, in WeCom's field names. The envelope's own fields for each app that gets it
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

/** The events, oldest first. People raise events, calls of the API do not. */
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
   * Listens to every event from now on, also after a reset of the corp.
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
