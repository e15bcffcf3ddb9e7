import type { FakeCorp, CorpEvent } from '@wecom/mock'
import type { CallRecord } from '../call/CallRecord.ts'
import type { PeopleActionName } from './people.ts'

/**
 * An entry of the history: something that happened in the fake corp. `at` is its time by the clock of the fake corp, in
 * milliseconds since 1970.
 */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'event'; readonly event: CorpEvent }
  /** The user of the page carried out an action that caused no event. */
  | { readonly kind: 'action'; readonly action: PeopleActionName }
  | { readonly kind: 'call'; readonly call: CallRecord }
  | { readonly kind: 'clock' }
)

/**
 * The history of the fake corp since the playground page was opened, in order. It contains actions in `corp.people`,
 * events, calls, and moves of the clock.
 */
export class History {
  readonly #corp: FakeCorp
  #happenings: Happening[] = []

  constructor(corp: FakeCorp) {
    this.#corp = corp
    corp.events.listen((event) => this.#happenings.push({ at: event.CreateTime * 1000, kind: 'event', event }))
  }

  /** Adds a call to the history, unless the call only read data. */
  addCall(call: CallRecord): void {
    if (call.endpoint.effect === 'read') return
    this.#happenings.push({ at: this.#corp.clock.now(), kind: 'call', call })
  }

  addAction(action: PeopleActionName): void {
    this.#happenings.push({ at: this.#corp.clock.now(), kind: 'action', action })
  }

  addClockMove(): void {
    this.#happenings.push({ at: this.#corp.clock.now(), kind: 'clock' })
  }

  newestFirst(): Happening[] {
    return this.#happenings.toReversed()
  }

  clear(): void {
    this.#happenings = []
  }
}
