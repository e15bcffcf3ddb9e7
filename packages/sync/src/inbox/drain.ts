import { checkNumber } from '@wecom/core/define'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'
import { claimDue, countOpen, nextDue } from '../reads/claims.ts'
import { handleEvent } from './handleEvent.ts'
import type { InboxHandlers } from './inbox.ts'
import { readDirty } from '../reads/readDirty.ts'
import { giveUpIfDenied } from '../run/denied.ts'
import { isFatal, toGapReason } from '../run/gaps.ts'

export interface DrainOptions {
  /**
   * Maximum duration of `drain` in milliseconds. If further reads or events become due within this time, `drain` waits
   * for them and handles them, too. Default: 20,000.
   */
  readonly maxMs?: number | undefined
  /** Signal that ends `drain` early. `drain` first waits for the end of a running read or event handler. */
  readonly signal?: AbortSignal | undefined
}

/** Result of `drain`: how many reads and events have succeeded, have failed, or are left. */
export interface DrainReport {
  /** Number of successful reads. A read covers one customer, one group chat, one contact way or all tags. */
  readonly reads: number
  /** Number of events whose handler succeeded, or that have no handler. */
  readonly events: number
  /** Number of reads and event handlers that failed. Later calls of `drain` repeat them. */
  readonly failed: number
  /** Number of reads and events that are left: they are not due yet, or `drain` reached its time limit. */
  readonly left: number
}

export async function drain(
  context: SyncContext,
  on: InboxHandlers | undefined,
  options: DrainOptions,
): Promise<DrainReport> {
  const { report } = await drainFrom(context, on, options, { waits: true, readsFrom: 0 })
  return report
}

export interface DrainWay {
  /**
   * If true, `drainFrom` waits for reads and events that are not due yet, but become due within `maxMs`. If false,
   * `drainFrom` ends when nothing more is due now.
   */
  readonly waits: boolean
  /**
   * Earliest time at which `drainFrom` may read from WeCom, in milliseconds since 1970 by the clock of the database.
   * Event handlers may run earlier.
   */
  readonly readsFrom: number
}

export interface Drained {
  readonly report: DrainReport
  /**
   * Earliest time at which the next call of `drainFrom` may read from WeCom, in milliseconds since 1970 by the clock of
   * the database. Pass it as `DrainWay.readsFrom`. The time is in the future only after WeCom has refused a read.
   */
  readonly readsFrom: number
  /**
   * Error after which no call to WeCom can succeed, e.g. because the secret is wrong. Undefined if there was no such
   * error.
   */
  readonly fatal: unknown
}

// Without this wait, repeated calls would make WeCom ban the IP address.
const afterFatalMs = 60_000

/**
 * Reads changed data from WeCom and calls event handlers, for at most `maxMs` milliseconds. While WeCom refuses reads,
 * this function only calls event handlers.
 */
export async function drainFrom(
  context: SyncContext,
  on: InboxHandlers | undefined,
  { maxMs = 20_000, signal }: DrainOptions,
  { waits, readsFrom: earliest }: DrainWay,
): Promise<Drained> {
  checkNumber('drain: maxMs', maxMs, 'a positive number')
  const { time } = context
  const endsAt = time.now() + maxMs
  // A call that `signal` aborted would count as a failure of what it reads.
  const calls: Calls = (make) => make({ totalTimeout: Math.max(1_000, endsAt - time.now()) })
  const done = { reads: 0, events: 0, failed: 0 }
  let readsFrom = earliest
  let fatal: unknown

  while (time.now() < endsAt) {
    if (signal?.aborted) break
    const dirty = time.now() < readsFrom ? undefined : await claimDue(context, 'dirty')
    if (dirty) {
      const result = await readDirty(context, dirty, calls)
      if (result.is === 'closed') done.reads++
      if (result.is === 'failed') {
        done.failed++
        await giveUpIfDenied(context, dirty, null, toGapReason(result.error))
        if (result.isBlocked) readsFrom = result.retryAt
        if (isFatal(result.error)) {
          fatal = result.error
          readsFrom = time.now() + afterFatalMs
        }
      }
      continue
    }
    const event = on && (await claimDue(context, 'inbox'))
    if (on && event) {
      const result = await handleEvent(context, event, on)
      if (result === 'done') done.events++
      if (result === 'failed') done.failed++
      continue
    }
    const due = [
      Math.max(readsFrom, (await nextDue(context, 'dirty')) ?? Infinity),
      (on && (await nextDue(context, 'inbox'))) ?? Infinity,
    ]
    const next = Math.min(...due)
    if (next >= endsAt || (!waits && next > time.now())) break
    await time.sleep(Math.max(1, next - time.now()), signal)
  }
  const left = (await countOpen(context, 'dirty')) + (await countOpen(context, 'inbox'))
  return { report: { ...done, left }, readsFrom, fatal }
}
