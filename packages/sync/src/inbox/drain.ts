import { checkNumber } from '@wecom/core/define'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'
import { claimDue, countOpen, nextDue } from '../reads/claims.ts'
import { handleEvent } from './handleEvent.ts'
import type { InboxHandlers } from './inbox.ts'
import { readDirty } from '../reads/readDirty.ts'
import { isFatal } from '../run/gaps.ts'

export interface DrainOptions {
  /**
   * Maximum duration of `drain` in milliseconds. If further data or events become due within this time, `drain` waits
   * for them and handles them, too. Default: 20,000.
   */
  readonly maxMs?: number | undefined
  /** Signal that ends `drain` early. If a read or an event handler is running, `drain` first waits for its end. */
  readonly signal?: AbortSignal | undefined
}

/** Result of `drain`: the numbers of reads and events that were done, that failed, and that are left. */
export interface DrainReport {
  /**
   * Number of customers, group chats, contact ways and tag lists that `drain` read again from WeCom and wrote to the
   * tables.
   */
  readonly reads: number
  /** Number of events whose handler succeeded, or that have no handler. */
  readonly events: number
  /** Number of reads and event handlers that failed. Later calls of `drain` repeat them. */
  readonly failed: number
  /**
   * Number of reads and events that are still to be done. They are not due yet, or the time limit of `drain` was over.
   */
  readonly left: number
}

/**
 * Reads the data again from WeCom that the table `dirty` lists, then calls the handlers of events. `Sync.drain` calls
 * this function.
 */
export async function drain(
  context: SyncContext,
  on: InboxHandlers | undefined,
  options: DrainOptions,
): Promise<DrainReport> {
  const { report } = await drainFrom(context, on, options, { waits: true, readsFrom: 0 })
  return report
}

/** Settings of the internal function `drainFrom`. `Sync.drain` and workers use different settings. */
export interface DrainWay {
  /** Whether `drainFrom` waits for reads and events that become due before its time limit. */
  readonly waits: boolean
  /**
   * Earliest time at which `drainFrom` may start to read data from WeCom, in milliseconds by the clock of the database.
   * Event handlers may run earlier.
   */
  readonly readsFrom: number
}

export interface Drained {
  readonly report: DrainReport
  /**
   * Earliest time at which the next call of `drainFrom` may read data from WeCom, in milliseconds by the clock of the
   * database. If WeCom accepts calls now, this time is in the past.
   */
  readonly readsFrom: number
  /**
   * Error after which every further call to WeCom would fail, such as a wrong secret. Undefined if no such error
   * occurred.
   */
  readonly fatal: unknown
}

/**
 * How long reads wait after an error such as a wrong secret, in milliseconds. Without this wait, repeated calls with a
 * wrong secret would make WeCom ban the IP address.
 */
const afterFatalMs = 60_000

/**
 * Reads the data again that the table `dirty` lists, and calls event handlers, for `drain` and for workers. If WeCom
 * refuses calls, the function reads nothing, but still calls event handlers. Its result contains the time at which
 * reads may start again (`readsFrom`). Workers pass this time to their next call of this function.
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
        if (result.isShut) readsFrom = result.retryAt
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
