import { checkNumber } from '@wecom/core/define'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'
import { claimDue, countOpen, nextDue } from '../reads/claims.ts'
import { handleEvent } from './handleEvent.ts'
import type { InboxHandlers } from './inbox.ts'
import { readDirty } from '../reads/readDirty.ts'
import { isFatal } from '../run/gaps.ts'

export interface DrainOptions {
  /** How long to go on, in milliseconds: things that fall due meanwhile are done, too. Default 20,000. */
  readonly maxMs?: number | undefined
  /** Ends the drain after what is at work. */
  readonly signal?: AbortSignal | undefined
}

/** The result of a drain. */
export interface DrainReport {
  /** Reads that have written what they found. */
  readonly reads: number
  /** Events that are done. */
  readonly events: number
  /** Reads and handlers that failed; they come again. */
  readonly failed: number
  /** Reads and events that are left, because they are not due yet or time was up. */
  readonly left: number
}

/** Reads what is out of date, then hands events to their handlers. See `Sync.drain`. */
export async function drain(
  context: SyncContext,
  on: InboxHandlers | undefined,
  options: DrainOptions,
): Promise<DrainReport> {
  const { report } = await drainFrom(context, on, options, { waits: true, readsFrom: 0 })
  return report
}

/** How `drainFrom` goes about it. */
export interface DrainWay {
  /** Whether to wait for what falls due before time is up. */
  readonly waits: boolean
  /** No read is made before this moment, in milliseconds of database time. */
  readonly readsFrom: number
}

export interface Drained {
  readonly report: DrainReport
  /** When WeCom takes reads again; in the past where it does. */
  readonly readsFrom: number
  /** With which all further reads would have failed, too. */
  readonly fatal: unknown
}

/** Every further call with a wrong secret brings the IP closer to a ban. */
const afterFatalMs = 60_000

/** `drain` for those that come again. Reads that WeCom does not take hold up no handler. */
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
