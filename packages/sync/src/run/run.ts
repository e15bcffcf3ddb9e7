import { isWeComError } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Connection } from '../database/Database.ts'
import { claimDue } from '../reads/claims.ts'
import type { DirtyKind } from '../reads/dirty.ts'
import { readDirty } from '../reads/readDirty.ts'
import { fromJson, toMs } from '../rows/clean.ts'
import { deleteOld } from './deleteOld.ts'
import { isSyncError } from '../SyncError.ts'
import { createCalls, isTooMany } from './calls.ts'
import { maxAheadMs, type SyncContext } from '../context.ts'
import { giveUpIfDenied, resourceOf } from './denied.ts'
import { addGaps } from '../rows/gaps.ts'
import { closeOtherGaps, countGaps, GapError, isFatal, listGaps, toGapReason } from './gaps.ts'
import type { Progress, Report } from './progress.ts'
import { createReporter, type Reporter, readState } from './reporter.ts'
import { addSlices, claimSlice, releaseSlice } from './slices.ts'
import { isUnfinished } from './unfinished.ts'
import { workSlice } from './workSlice.ts'

export interface RunOptions {
  /**
   * Signal that stops the run. Calls to WeCom that have already started end first. The next call of `run` continues the
   * run.
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Listener for progress, called after each page. The run does not await it. If the listener throws, the run
   * continues, and logs the first of these errors.
   */
  readonly onProgress?: ((progress: Progress) => unknown) | undefined
  /**
   * Maximum number of parts that this call of `run` reads at the same time. A full run divides the data of the corp
   * into parts, such as the customers of some of the members. Default: 4.
   */
  readonly concurrency?: number | undefined
  /**
   * Whether this call accepts WeCom's lists even if suspiciously many follow relations, group chats, tags, members or
   * unassigned customers are missing in the lists:
   * - `false` (default): the run does not mark the missing rows as ended, and reports gaps of the kind `suspicious`.
   * - `true`: the run marks the missing rows as ended, and reports no such gaps. Missing rows of the table `unassigned`
   *   are deleted instead.
   *
   * Missing members are an exception: in both cases, the run sets the column `out_of_view_at` of their rows.
   *
   * Use `true` for one run, after you have checked that WeCom's data is right. The option applies only to the parts of
   * the run that this call reads. Another process may read other parts without the option.
   */
  readonly acceptMissing?: boolean | undefined
}

const maxWaitMs = 5_000

export async function run(context: SyncContext, options: RunOptions): Promise<Report> {
  checkNumber('run: concurrency', options.concurrency, 'a positive integer')
  await context.database.check()
  const begun = await beginRun(context)
  return (await goOn(context, begun, { ...options, waits: true })).report
}

/**
 * Starts a new full run if no run is unfinished and the last run ended before `dueAt`. Then reads parts of the run,
 * until all parts are done, or until other workers are reading the remaining parts.
 *
 * @param dueAt - time at which a new run was due, in milliseconds since 1970 by the clock of the database.
 * @returns the report of the run, if this worker ended it. Undefined if another worker ends it, or if no run is due.
 */
export async function runIfDue(context: SyncContext, options: RunOptions, dueAt: number): Promise<Report | undefined> {
  const begun = await beginRun(context, dueAt)
  if (!begun) return undefined
  if (begun.isNew) await context.database.check()
  const { report, hasEnded } = await goOn(context, begun, { ...options, waits: false })
  return hasEnded ? report : undefined
}

interface RunWork extends RunOptions {
  readonly waits: boolean
}

async function goOn(
  context: SyncContext,
  begun: Begun,
  options: RunWork,
): Promise<{ readonly report: Report; readonly hasEnded: boolean }> {
  const { database, time } = context
  const reporter = await createReporter(context, begun.runId, options.onProgress)
  const givenUp = new Map<string, number>()
  await workOn(context, begun.runId, reporter, givenUp, options)
  await readLeftOver(context, begun.runId, reporter, givenUp, options.signal)
  return database.transaction(async (connection) => {
    const key = { corp_id: context.corpId, run_id: begun.runId }
    const { done, slices } = await readState(connection, context, begun.runId)
    const endedAt = time.now()
    const canEnd = slices.done === slices.total && !options.signal?.aborted
    const hasEnded = canEnd && (await endRun(connection, context, begun.runId, new Date(endedAt)))
    if (hasEnded) {
      await closeOtherGaps(connection, context, begun.runId)
    } else {
      const [ended] = await connection.find('runs', ['report'], [key])
      // Another worker has ended the run. By now, the gaps in the tables may be those of a later run.
      if (ended?.['report']) return { report: fromJson(ended['report']) as Report, hasEnded }
    }
    const gaps = await listGaps(connection, context, begun.runId)
    const report: Report = {
      runId: begun.runId,
      // Gaps of other kinds come first in the list.
      ok: hasEnded && gaps.every(({ kind }) => kind === 'denied'),
      complete: hasEnded,
      beganAt: begun.beganAt,
      endedAt,
      read: done,
      gaps,
      gapCount: await countGaps(connection, context, begun.runId),
    }
    if (hasEnded) await connection.change('runs', key, { report: JSON.stringify(report) })
    return { report, hasEnded }
  })
}

interface Begun {
  readonly runId: string
  readonly beganAt: number
  readonly isNew: boolean
}

/**
 * Returns the unfinished full run of the corp. If there is none, starts a new run. Returns undefined if no new run is
 * due.
 *
 * @param dueAt - a new run is due if the last run ended before this time, in milliseconds since 1970. Default: a new
 *   run is always due.
 */
async function beginRun(context: SyncContext): Promise<Begun>
async function beginRun(context: SyncContext, dueAt: number): Promise<Begun | undefined>
async function beginRun(context: SyncContext, dueAt = Infinity): Promise<Begun | undefined> {
  const { database, corpId, time } = context
  return database.transaction(async (connection) => {
    const now = time.now()
    const last = database.build
      .selectFrom('wecom_corps')
      .select('last_full_run_at')
      .where('corp_id', '=', corpId)
      // Two workers must not begin a run each.
      .$if(database.dialect.locksRows, (query) => query.forUpdate())
      .compile()
    const [corp] = (await connection.execute(last)).rows
    const open = sql<{ run_id: string; began_at: Date | string }>`select run_id, began_at from wecom_runs r
      where r.corp_id = ${corpId} and ${isUnfinished(now)}`
    const [row] = (await connection.execute(open.compile(database.build))).rows
    if (row) return { runId: row.run_id, beganAt: toMs(row.began_at), isNew: false }
    const lastAt = corp?.last_full_run_at ? toMs(corp.last_full_run_at) : undefined
    if (lastAt !== undefined && lastAt >= dueAt && lastAt <= now + maxAheadMs) return undefined

    const runId = randomUUID()
    // A process may still be working on the run that this one replaces. The run ends without a report.
    const replaced = database.build
      .updateTable('wecom_runs')
      .set({ ended_at: new Date(now) })
      .where('corp_id', '=', corpId)
      .where('ended_at', 'is', null)
      .compile()
    await connection.execute(replaced)
    for (const table of ['wecom_slices', 'wecom_seen'] as const) {
      await connection.execute(database.build.deleteFrom(table).where('corp_id', '=', corpId).compile())
    }
    await connection.insertNew('runs', [{ corp_id: corpId, run_id: runId, began_at: new Date(now) }])
    for (const resource of ['tags', 'contact_ways', 'members'] as const) {
      await addSlices(connection, context, runId, resource, [{ name: '*', userids: [] }])
    }
    return { runId, beganAt: now, isNew: true }
  })
}

async function endRun(connection: Connection, context: SyncContext, runId: string, ended_at: Date): Promise<boolean> {
  const { database, corpId } = context
  const end = database.build
    .updateTable('wecom_runs')
    .set({ ended_at })
    .where('corp_id', '=', corpId)
    .where('run_id', '=', runId)
    .where('ended_at', 'is', null)
    .compile()
  // Another worker has already ended the run, or another run has replaced it.
  if ((await connection.execute(end)).affected === 0) return false
  await connection.change('corps', { corp_id: corpId }, { last_full_run_at: ended_at })
  await connection.execute(database.build.deleteFrom('wecom_seen').where('corp_id', '=', corpId).compile())
  await deleteOld(connection, context)
  return true
}

async function workOn(
  context: SyncContext,
  runId: string,
  reporter: Reporter,
  givenUp: Map<string, number>,
  { signal: outer, concurrency = 4, acceptMissing = false, waits }: RunWork,
): Promise<void> {
  const { time } = context
  const failure = new AbortController()
  const signal = outer ? AbortSignal.any([outer, failure.signal]) : failure.signal
  // Aborted when a part of the run is done. This wakes loops that wait, because the end of a part can add new parts.
  let news = new AbortController()
  const ownLeaseTokens = new Set<string>()

  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      // Taken first: news may come while the claim is under way.
      const { signal: newsSignal } = news
      const slice = await claimSlice(context, runId, ownLeaseTokens)
      if (slice === undefined) return
      if (typeof slice === 'number') {
        if (!waits && ownLeaseTokens.size === 0) return
        await time.sleep(Math.min(slice, maxWaitMs), AbortSignal.any([signal, newsSignal]))
        continue
      }
      ownLeaseTokens.add(slice.leaseToken)
      try {
        const calls = (renew: () => Promise<void>) => createCalls(context, signal, givenUp, renew, reporter.pause)
        await workSlice(context, slice, { calls, onStep: reporter.step, acceptMissing })
      } catch (error) {
        if (isSyncError(error) && error.kind === 'lease-lost') continue
        await releaseSlice(context, slice).catch(() => {
          // The lease ends by itself; the first error tells more.
        })
        if (signal.aborted) return
        throw error
      } finally {
        ownLeaseTokens.delete(slice.leaseToken)
        news.abort()
        news = new AbortController()
      }
    }
  }
  const loops = Array.from({ length: concurrency }, () =>
    loop().catch((error: unknown) => {
      failure.abort()
      throw error
    }),
  )
  const results = await Promise.allSettled(loops)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

async function readLeftOver(
  context: SyncContext,
  runId: string,
  { pause }: Reporter,
  givenUp: Map<string, number>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const calls = createCalls(context, signal, givenUp, async () => {}, pause)
  // Data that changes from now on is for `drain`. Otherwise a run would not end while events arrive faster than reads.
  const dueBy = context.time.now()
  let unanswered = 0
  for (;;) {
    const claim = signal?.aborted ? undefined : await claimDue(context, 'dirty', dueBy)
    if (!claim) return
    const result = await readDirty(context, claim, calls)
    if (result.is !== 'failed') {
      unanswered = 0
      continue
    }
    if (signal?.aborted) return
    if (isFatal(result.error)) throw result.error
    const gap = toGapReason(result.error)
    if (!gap) throw result.error
    const resource = resourceOf[String(claim.row['kind']) as DirtyKind]
    const item = String(claim.row['item'])
    await context.database.transaction(async (connection) => {
      const [row] = await connection.find('dirty', ['version'], [claim.key])
      // Otherwise `forget` has deleted the row during the read, or another worker has read the data.
      if (row) await addGaps(connection, context, runId, resource, [item], gap)
    })
    await giveUpIfDenied(context, claim, runId, gap)
    // WeCom has refused the call for more than an hour, or the call has not ended. The rows stay, and `drain` or the next
    // run reads them.
    if (isTooMany(result.error) || result.error instanceof GapError) return
    unanswered = isUnanswered(result.error) ? unanswered + 1 : 0
    if (unanswered >= maxUnanswered) return
  }
}

// A call without a response takes as long as its timeout. The limit is above one, because WeCom may fail to respond for
// one row only. This row comes first in each run, and would hold up all others.
const maxUnanswered = 3

function isUnanswered(error: unknown): boolean {
  return isWeComError(error) && ['network', 'timeout', 'http', 'response'].includes(error.kind)
}
