import type { Clock } from './clock.ts'
import type { EventLog } from './events.ts'

/** What the corp bought, and what is left of it. */
export interface AcquisitionQuota {
  /** Units used in all history. */
  total: number
  /** In the order in which they expire. */
  quota_list: QuotaPart[]
}

export interface QuotaPart {
  /** Midnight of the day, in unix seconds. */
  expire_date: number
  balance: number
}

const lowBalance = 20
const day = 24 * 3600
/** Days before a part expires on which apps are told. */
const warnings = [14, 7, 3, 2, 1]

/** The quota of acquisition links (获客助手使用量): one unit for each customer. */
export class AcquisitionQuotas {
  readonly #clock: Clock
  readonly #events: EventLog
  #quota: AcquisitionQuota = { total: 0, quota_list: [] }

  constructor(clock: Clock, events: EventLog) {
    this.#clock = clock
    this.#events = events
  }

  load(quota: AcquisitionQuota): void {
    this.#quota = quota
    for (const part of quota.quota_list) this.#scheduleWarnings(part)
  }

  state(): AcquisitionQuota {
    return this.#quota
  }

  /** The parts that something is left of. */
  parts(): QuotaPart[] {
    return this.#quota.quota_list.filter(
      ({ balance, expire_date }) => balance > 0 && expire_date > this.#clock.seconds(),
    )
  }

  balance(): number {
    return this.parts().reduce((sum, part) => sum + part.balance, 0)
  }

  /** Uses one unit, of the part that expires first. */
  take(): void {
    const [part] = this.parts()
    this.#quota.total++
    if (!part) return
    part.balance--
    const left = this.balance()
    if (left === lowBalance - 1) this.#raise('balance_low')
    if (left === 0) this.#raise('balance_exhausted')
  }

  /** Adds what the corp bought. */
  add(part: QuotaPart): void {
    const before = this.balance()
    this.#quota.quota_list = [...this.#quota.quota_list, part].toSorted(
      (one, other) => one.expire_date - other.expire_date,
    )
    this.#scheduleWarnings(part)
    if (before === 0 && this.balance() > 0) this.#raise('balance_increased')
  }

  #scheduleWarnings(part: QuotaPart): void {
    for (const days of warnings) {
      const moment = (part.expire_date - days * day) * 1000
      if (moment <= this.#clock.now()) continue
      this.#clock.at(moment, () => {
        if (part.balance === 0) return
        const { expire_date: ExpireTime, balance: ExpireQuotaNum } = part
        this.#raise('quota_expire_soon', { ExpireTime, ExpireQuotaNum })
      })
    }
  }

  #raise(ChangeType: string, more: Readonly<Record<string, number>> = {}): void {
    this.#events.add({ Event: 'customer_acquisition', ChangeType, ...more })
  }
}
