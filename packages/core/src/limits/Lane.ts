import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isApiError } from '../errors/isApiError.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'

/**
 * Shortest time for which WeCom blocks an endpoint after too many calls, in milliseconds. WeCom counts calls per minute
 * and per hour. The errcode 45009 (calls too often) does not say which limit was exceeded, and so how long the block
 * is.
 */
const minute = 60_000
const hour = 3_600_000

/** Number of calls that must succeed before the limiter allows one more call at the same time. */
const widening = 20

/** Limits the calls of one endpoint. */
export class Lane {
  readonly #widest: number
  /** Present limit of calls at the same time. */
  #width: number
  #underWay = 0
  readonly #waiting = new Set<() => void>()
  /** Number of calls that succeeded since `#width` changed. */
  #worked = 0
  #shut = { until: Number.NEGATIVE_INFINITY, errmsg: '' }

  constructor(width: number) {
    this.#widest = width
    this.#width = width
  }

  async run<T>(endpoint: AnyEndpoint, attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    // Without a place, `attempt` only rejects with the abort.
    if (!(await this.#enter(signal))) return attempt()
    try {
      if (Date.now() < this.#shut.until) throw this.#shutError(endpoint)
      const result = await attempt()
      this.#widen()
      return result
    } catch (error) {
      throw this.#learn(endpoint, error)
    } finally {
      this.#underWay--
      this.#letIn()
    }
  }

  /** Waits until the call may start. Resolves to false if the signal aborts. */
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
      if (this.#underWay >= this.#width) return
      this.#waiting.delete(enter)
      this.#underWay++
      enter()
    }
  }

  #widen(): void {
    this.#worked++
    if (this.#worked < widening || this.#width === this.#widest) return
    this.#width++
    this.#worked = 0
  }

  /**
   * Adapts the limits of this lane to an error of WeCom:
   * - 45033 (too many calls at once) halves the limit of calls at the same time.
   * - 45009 (calls too often) blocks the lane for a minute. If the next 45009 comes within a minute after such a block,
   *   it blocks the lane for an hour.
   */
  #learn(endpoint: AnyEndpoint, error: unknown): unknown {
    if (!isApiError(error)) return error
    // Calls that were under way before the lane was narrowed tell nothing new.
    if (error.errcode === 45033 && this.#underWay <= this.#width) {
      this.#width = Math.ceil(this.#width / 2)
      this.#worked = 0
    }
    if (error.errcode !== 45009) return error
    this.#shutAfter(error.errmsg)
    return this.#shutError(endpoint)
  }

  #shutAfter(errmsg: string): void {
    const now = Date.now()
    if (now < this.#shut.until) return
    // Blocked again right after a minute: the hourly limit was exceeded.
    const span = now - this.#shut.until < minute ? hour : minute
    this.#shut = { until: now + span, errmsg }
  }

  #shutError(endpoint: AnyEndpoint): WeComApiError {
    return new WeComApiError(endpoint, 45009, this.#shut.errmsg, false, { retryAt: this.#shut.until })
  }
}
