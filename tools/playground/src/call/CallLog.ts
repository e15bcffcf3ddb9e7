import type { ClientEvent } from '@wecom/core'
import type { LoggedEvent } from './CallRecord.ts'

/** Collects the events that the clients of the playground page and of the proxy emit during a call. */
export class CallLog {
  #startedAt = 0
  #events: LoggedEvent[] = []

  /** Removes all events, to begin the log of the next call. */
  begin(): void {
    this.#startedAt = performance.now()
    this.#events = []
  }

  add(side: LoggedEvent['side'], event: ClientEvent): void {
    this.#events.push({ side, at: performance.now() - this.#startedAt, event })
  }

  list(): readonly LoggedEvent[] {
    return [...this.#events]
  }

  /** Returns the milliseconds since the call began. */
  elapsed(): number {
    return performance.now() - this.#startedAt
  }
}
