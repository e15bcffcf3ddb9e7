import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isApiError } from '../errors/isApiError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'

// Shortest blocks of an endpoint, in milliseconds. WeCom counts calls per minute and per hour. The errcode 45009 (calls
// too often) does not say which limit was exceeded.
const minute = 60_000
const hour = 3_600_000

// The limiter allows one more call at the same time after this number of calls has succeeded.
const widening = 20

export class Lane {
  readonly #concurrency: number
  #width: number
  #active = 0
  readonly #waiting = new Set<() => void>()
  #worked = 0
  // `until` is a time of `performance.now`, because the clock of the machine may be set back.
  #block = { until: Number.NEGATIVE_INFINITY, errmsg: '' }

  constructor(concurrency: number) {
    this.#concurrency = concurrency
    this.#width = concurrency
  }

  async run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    // Without a place, `attempt` only rejects with the abort.
    if (!(await this.#enter(signal))) return attempt()
    try {
      if (performance.now() < this.#block.until) throw this.#blockedError(endpoint)
      return await this.#send(endpoint, attempt)
    } finally {
      this.#active--
      this.#letIn()
    }
  }

  async #send<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>): Promise<T> {
    try {
      const result = await attempt()
      this.#widen()
      return result
    } catch (error) {
      throw this.#learn(endpoint, error)
    }
  }

  #enter(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = (): void => {
        this.#waiting.delete(enter)
        resolve(false)
      }
      if (signal?.aborted) return giveUp()
      signal?.addEventListener('abort', giveUp)
      this.#waiting.add(enter)
      this.#letIn()
    })
  }

  #letIn(): void {
    for (const enter of this.#waiting) {
      if (this.#active >= this.#width) return
      this.#waiting.delete(enter)
      this.#active++
      enter()
    }
  }

  #widen(): void {
    this.#worked++
    if (this.#worked < widening || this.#width === this.#concurrency) return
    this.#width++
    this.#worked = 0
  }

  #learn(endpoint: AnyEndpoint, error: unknown): unknown {
    if (!isApiError(error)) return error
    // Calls that were under way before `width` was reduced tell nothing new.
    // 45033: too many calls at once.
    if (error.errcode === 45033 && this.#active <= this.#width) {
      this.#width = Math.ceil(this.#width / 2)
      this.#worked = 0
    }
    if (error.errcode !== 45009) return error
    this.#startBlock(error.errmsg)
    return this.#blockedError(endpoint)
  }

  #startBlock(errmsg: string): void {
    const now = performance.now()
    if (now < this.#block.until) return
    // Blocked again right after a minute: the hourly limit was exceeded.
    const span = now - this.#block.until < minute ? hour : minute
    this.#block = { until: now + span, errmsg }
  }

  #blockedError(endpoint: AnyEndpoint): WeComApiError {
    // `Date.now` may be almost a millisecond behind.
    const retryAt = Math.ceil(Date.now() + 1 + this.#block.until - performance.now())
    return new WeComApiError(endpoint, 45009, this.#block.errmsg, false, { retryAt })
  }
}
