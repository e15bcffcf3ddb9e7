import { type AnyEndpoint, isWeComError, WeComApiError } from '@wecom/core'
import { noReply } from '../client/noReply.ts'
import type { SendScript } from '../client/scriptSender.ts'
import { exchange, type ExchangeReply } from './Exchange.ts'
import type { Link } from './Link.ts'
import { Queue, type Waiting } from './Queue.ts'

export interface LaneOptions {
  readonly send: SendScript
  /**
   * Time limit for a reply of Redis, in milliseconds. If Redis does not reply within this time, the process limits its
   * own calls without Redis.
   */
  readonly timeout: number
  readonly keys: readonly string[]
  readonly link: Link
  readonly id: string
  readonly concurrency: number
  readonly lease: number
}

// Shortest blocks of an endpoint, in milliseconds. WeCom counts calls per minute and per hour. The errcode 45009 (calls
// too often) does not say which limit was exceeded.
const minute = 60_000
const hour = 3_600_000

// Shortest wait before this process asks Redis again whether a waiting call may be sent, in milliseconds. The wait
// grows up to `longestPoll`.
const shortestPoll = 10
const longestPoll = 50
// Wait before this process tells Redis that a call has ended, in milliseconds. If another call starts during this time,
// one message reports both.
const leaveDelay = 2

/**
 * Limits how many requests all processes together send to one endpoint of a corp at the same time. Redis counts the
 * requests.
 */
export class SharedLane {
  readonly #options: LaneOptions
  readonly #queue = new Queue()
  #shared: Pick<ExchangeReply, 'width' | 'epoch' | 'processes'>
  // `until` is the end of the newest block by WeCom, on the clock of `performance.now()`, which never goes back.
  #block = { until: Number.NEGATIVE_INFINITY, errmsg: '' }
  // Limit for this process while Redis does not answer. Undefined while Redis answers.
  #ownWidth: number | undefined
  // Outcomes that this process has not yet reported to Redis.
  #news = { worked: 0, epochOf45033: -1, blockedMs: 0 }
  #changesRelations = false
  #isExchanging = false
  // Whether Redis has not replied to this lane within the time limit.
  #isOverdue = false
  #isAskedAgain = false
  #poll = shortestPoll
  #timer: { readonly at: number; readonly handle: ReturnType<typeof setTimeout> } | undefined

  constructor(options: LaneOptions) {
    this.#options = options
    this.#shared = { width: options.concurrency, epoch: 0, processes: 1 }
  }

  async run<T>(
    endpoint: AnyEndpoint,
    attempt: () => Promise<T>,
    signal: AbortSignal | undefined,
    relation: string,
  ): Promise<T> {
    if (relation !== '') this.#changesRelations = true
    const call = Promise.withResolvers<'place' | 'aborted' | 'blocked'>()
    const waiting: Waiting = { relation, settle: call.resolve }
    const outcome = await this.#enter(waiting, call.promise, signal)
    // Without a place, `attempt` only rejects with the abort.
    if (outcome === 'aborted') return attempt()
    if (outcome === 'blocked') throw this.#blockedError(endpoint)
    const { epoch } = this.#shared
    const ownWidth = this.#ownWidth
    try {
      const result = await attempt()
      this.#news.worked++
      return result
    } catch (error) {
      throw this.#learn(endpoint, error, epoch, ownWidth)
    } finally {
      this.#leave(waiting)
    }
  }

  // Whether this process limits its calls itself, without Redis.
  get #isAlone(): boolean {
    return this.#isOverdue || this.#options.link.isLost
  }

  async #enter(
    waiting: Waiting,
    outcome: Promise<'place' | 'aborted' | 'blocked'>,
    signal: AbortSignal | undefined,
  ): Promise<'place' | 'aborted' | 'blocked'> {
    if (signal?.aborted) return 'aborted'
    if (performance.now() < this.#block.until) return 'blocked'
    const giveUp = (): void => {
      this.#queue.remove(waiting)
      waiting.settle('aborted')
    }
    signal?.addEventListener('abort', giveUp)
    this.#queue.add(waiting)
    if (this.#isAlone) this.#letInOwn()
    this.#schedule(this.#isAlone ? this.#options.link.retryIn : 0)
    try {
      return await outcome
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  #leave(call: Waiting): void {
    this.#queue.leave(call)
    if (this.#isAlone) this.#letInOwn()
    else this.#schedule(this.#queue.length > 0 || this.#isUrgent() ? 0 : leaveDelay)
  }

  #isUrgent(): boolean {
    // WeCom refused a call: other processes must know before they send further calls.
    return this.#news.epochOf45033 >= 0 || this.#news.blockedMs > 0
  }

  #learn(endpoint: AnyEndpoint, error: unknown, epoch: number, ownWidth: number | undefined): unknown {
    if (!isWeComError(error) || error.kind !== 'api') return error
    if (error.errcode === 45033) {
      // Calls that were under way before `width` was reduced tell nothing new.
      if (epoch === this.#shared.epoch) this.#news.epochOf45033 = epoch
      if (ownWidth !== undefined && ownWidth === this.#ownWidth) this.#ownWidth = Math.ceil(ownWidth / 2)
    }
    if (error.errcode !== 45009) return error
    const now = performance.now()
    if (now >= this.#block.until) {
      // Blocked again right after a minute: the hourly limit was exceeded.
      const span = now - this.#block.until < minute ? hour : minute
      this.#block = { until: now + span, errmsg: error.errmsg }
      this.#news.blockedMs = span
      this.#queue.blockAll()
    }
    return this.#blockedError(endpoint)
  }

  #blockedError(endpoint: AnyEndpoint): WeComApiError {
    const { until, errmsg } = this.#block
    // `Date.now` may be almost a millisecond behind.
    const retryAt = Math.ceil(Date.now() + 1 + until - performance.now())
    return new WeComApiError(endpoint, 45009, errmsg, false, { retryAt })
  }

  #schedule(milliseconds: number): void {
    const at = performance.now() + milliseconds
    if (this.#timer && this.#timer.at <= at) return
    clearTimeout(this.#timer?.handle)
    const ask = (): void => {
      this.#timer = undefined
      if (this.#isExchanging) this.#isAskedAgain = true
      else void this.#exchange()
    }
    if (milliseconds === 0) ask()
    else this.#timer = { at, handle: setTimeout(ask, milliseconds) }
  }

  async #exchange(): Promise<void> {
    const { send, timeout, keys, id, lease, concurrency, link } = this.#options
    // A process sends no message while it waits for a reply, because each message depends on the reply before it. This
    // also holds after the time limit, because a Redis client keeps all commands until it is connected again.
    this.#isExchanging = true
    // Calls that start at the same moment share an exchange.
    await Promise.resolve()
    this.#isAskedAgain = false
    const news = this.#news
    this.#news = { worked: 0, epochOf45033: -1, blockedMs: 0 }
    // While Redis is gone, this process gives the places; this exchange only checks whether Redis is back.
    const waiting = link.isLost ? [] : this.#queue.first(concurrency)
    const timer = setTimeout(() => {
      this.#isOverdue = true
      // After a late reply, Redis must know what this process has done without it.
      this.#isAskedAgain = true
      link.fail(noReply(timeout))
      this.#letInOwn()
    }, timeout)
    try {
      const reply = await exchange(send, keys, {
        id,
        lease,
        concurrency,
        width: this.#shared.width,
        epoch: this.#shared.epoch,
        active: this.#queue.active,
        worked: news.worked,
        epochOf45033: news.epochOf45033,
        blockedMs: news.blockedMs > 0 ? Math.max(0, Math.round(this.#block.until - performance.now())) : 0,
        errmsg: this.#block.errmsg,
        changesRelations: this.#changesRelations,
        relationsInUse: this.#queue.busy,
        waitingCalls: waiting.map(({ relation }) => relation),
      })
      link.succeed(reply.processes)
      this.#ownWidth = undefined
      this.#accept(reply, waiting)
    } catch (error) {
      this.#news = {
        worked: news.worked + this.#news.worked,
        epochOf45033: Math.max(news.epochOf45033, this.#news.epochOf45033),
        blockedMs: Math.max(news.blockedMs, this.#news.blockedMs),
      }
      link.fail(error)
      this.#letInOwn()
    }
    clearTimeout(timer)
    this.#isOverdue = false
    this.#isExchanging = false
    this.#scheduleNext()
  }

  #accept(reply: ExchangeReply, waiting: readonly Waiting[]): void {
    this.#shared = reply
    if (reply.blockedMs > 0 || this.#block.until < performance.now()) {
      this.#block = { until: performance.now() + reply.blockedMs, errmsg: reply.errmsg }
    }
    this.#poll = reply.granted.length > 0 ? shortestPoll : Math.min(longestPoll, this.#poll * 1.5)
    for (const index of reply.granted) {
      const call = waiting[index]
      if (!call) continue
      if (this.#queue.has(call)) this.#queue.letIn(call)
      // The call was aborted in the meantime. The next message gives its place back.
      else this.#isAskedAgain = true
    }
    if (reply.blockedMs > 0) this.#queue.blockAll()
  }

  #scheduleNext(): void {
    const { link, lease } = this.#options
    if (link.isLost) {
      // If calls wait, others are under way, because this process gives places itself. After a refusal, no call may be
      // under way, but the other processes must know of it.
      if (this.#queue.active > 0 || this.#isUrgent()) this.#schedule(link.retryIn)
    } else if (this.#isAskedAgain) this.#schedule(0)
    else if (this.#queue.length > 0) this.#schedule(this.#poll)
    // Renews the calls that are under way.
    else if (this.#queue.active > 0) this.#schedule(lease / 3)
  }

  #letInOwn(): void {
    const processes = Math.max(this.#shared.processes, this.#options.link.processes)
    // Each process uses an equal share of the limit in the newest reply of Redis.
    this.#ownWidth ??= Math.max(1, Math.floor(this.#shared.width / processes))
    for (const call of this.#queue.first(Math.max(0, this.#ownWidth - this.#queue.active))) this.#queue.letIn(call)
  }
}
