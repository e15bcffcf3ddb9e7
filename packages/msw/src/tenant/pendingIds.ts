import type { Clock } from './clock.ts'
import { drawFree } from './drawFree.ts'
import type { Random } from './random.ts'
import { Rows } from './Rows.ts'

/** An id for a WeChat user who was no customer when somebody asked. */
export interface PendingId {
  pending_id: string
  unionid: string
  /** Who asked: a provider, or an upstream corp (上游企业). */
  asked_by: 'provider' | 'upstream'
  /** Unix seconds. */
  asked_at: number
}

/** Seconds that a pending_id can be used. */
const lifetime = 90 * 24 * 3600

/** The pending ids that were given out. */
export class PendingIds extends Rows<PendingId> {
  readonly #clock: Clock
  readonly #random: Random

  constructor(clock: Clock, random: Random) {
    super()
    this.#clock = clock
    this.#random = random
  }

  /** The id that stands for a unionid, if one was given out within the last 90 days. */
  find(asked_by: PendingId['asked_by'], unionid: string | undefined): string | undefined {
    const since = this.#clock.seconds() - lifetime
    return this.rows.findLast((one) => one.asked_by === asked_by && one.unionid === unionid && one.asked_at > since)
      ?.pending_id
  }

  /** The id that stands for a unionid, a new one if need be. */
  ask(asked_by: PendingId['asked_by'], unionid: string): string {
    const known = this.find(asked_by, unionid)
    if (known !== undefined) return known
    const pending_id = drawFree(
      () => `p${this.#random.text(31)}`,
      (id) => this.rows.some((one) => one.pending_id === id),
    )
    this.add({ pending_id, unionid, asked_by, asked_at: this.#clock.seconds() })
    return pending_id
  }
}
