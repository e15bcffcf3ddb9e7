import { listUnassignedContactsEndpoint, type UnassignedContact } from '@wecom/contacts'
import { maxAheadMs } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { fromSeconds, toContent } from '../rows/clean.ts'
import { isSuspicious } from '../rows/endings.ts'
import { forgottenOf } from '../rows/forgotten.ts'
import { addChanges, type Writing, writeRows } from '../rows/writeRows.ts'
import { addGaps } from '../rows/gaps.ts'
import { closeSuspicious, GapError, isFatal, toGapReason } from './gaps.ts'
import type { SliceContext } from './resources.ts'
import { addSeen, forgetSeen, freshMs, listSeen, moveSlice } from './slices.ts'

/**
 * Reads customers whose member left the corp and who have no new member yet (待分配的离职成员列表). If the list cannot be read
 * to its end, removes no rows, records a gap (data that could not be read) and continues.
 */
export async function readUnassigned(context: SliceContext): Promise<void> {
  const { client, database, corpId, slice, calls, runId, time } = context
  try {
    let cursor: string | undefined
    const cursors = new Set<string>()
    let cursorAt = time.now()
    let read = 0
    let emptyPages = 0
    do {
      const writing: Writing = { corpId, source: 'run', readAt: new Date(time.now()), now: time.now }
      const params = { cursor, page_size: 1000 }
      const answer = await calls((options) => client.request(listUnassignedContactsEndpoint, params, options))
      const { info, is_last, next_cursor } = answer
      const next: string | undefined = is_last ? undefined : next_cursor || undefined
      const isFresh = time.now() - cursorAt < freshMs
      emptyPages = info.length === 0 ? emptyPages + 1 : 0
      // None of these answers shows that the list is at its end. As the end, they would remove all rows of later pages.
      // A client that is not strict passes on answers without `is_last`. Without a cursor as well, the list is at its end.
      if ('is_last' in answer && !is_last && next === undefined) throw brokenOff('no cursor for the next page')
      if (next !== undefined && cursors.has(next)) throw brokenOff('the same cursor again')
      if (info.length === 0 && next === undefined && cursor !== undefined && !isFresh) {
        throw brokenOff('an empty page for the cursor')
      }
      if (emptyPages > maxEmptyPages) throw brokenOff(`more than ${maxEmptyPages} empty pages in a row`)
      if (next !== undefined) cursors.add(next)
      cursor = next
      cursorAt = time.now()
      const rows = info.map((entry) => toRow(entry, writing))
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        const forgotten = await forgottenOf(
          connection,
          writing,
          rows.map(({ external_userid }) => external_userid),
        )
        const kept = rows.filter(({ external_userid }) => !forgotten.has(external_userid))
        await writeRows(connection, 'unassigned', kept, writing)
        const seen = info.map(({ handover_userid, external_userid }) => ({
          owner: handover_userid,
          item: external_userid,
        }))
        // Deletes the marks of an attempt that was interrupted, because this attempt reads all pages again.
        if (read === 0) await forgetSeen(connection, context, slice)
        await addSeen(connection, context, slice, read, seen)
        if (cursor === undefined) await removeUnseen(connection, context, writing)
      })
      read += info.length
    } while (cursor !== undefined)
  } catch (error) {
    const gap = isFatal(error) ? undefined : toGapReason(error)
    if (!gap) throw error
    await database.transaction(async (connection) => {
      await moveSlice(connection, context, slice, {})
      await addGaps(connection, context, runId, 'unassigned', ['*'], gap)
    })
  }
}

// WeCom may filter a page after it has read the page. Without a limit, a list of empty pages would never end.
const maxEmptyPages = 100

function brokenOff(answer: string): GapError {
  return new GapError({ kind: 'failed', reason: `WeCom returned ${answer}` })
}

function toRow(entry: UnassignedContact, { corpId, readAt }: Writing) {
  return {
    corp_id: corpId,
    handover_userid: entry.handover_userid,
    external_userid: entry.external_userid,
    dimission_at: fromSeconds(entry.dimission_time),
    ...toContent(entry),
    read_at: readAt,
  }
}

/**
 * Removes the customers who were on no page of the list. If too many would be removed at once (`isSuspicious`), the list
 * is probably wrong. The function then removes none of them, and records a gap (data that could not be read). Customers
 * whom another member has added since do not count, because the list rightly lacks them.
 */
async function removeUnseen(connection: Connection, context: SliceContext, writing: Writing): Promise<void> {
  const { database, slice, corpId: corp_id, runId, time, acceptMissing } = context
  const rows = database.build.selectFrom('wecom_unassigned').where('corp_id', '=', corp_id)
  const old = rows.where((eb) =>
    eb.or([eb('read_at', '<', new Date(slice.beganAt)), eb('read_at', '>', new Date(time.now() + maxAheadMs))]),
  )
  // One member at a time, to limit the use of memory.
  const members = await connection.execute(old.select('handover_userid').distinct().compile())
  const gone = new Map<string, Set<string>>()
  let missing = 0
  for (const { handover_userid } of members.rows) {
    const seen = await listSeen(connection, context, slice, handover_userid)
    const own = old.where('handover_userid', '=', handover_userid).select('external_userid').compile()
    const ids = (await connection.execute(own)).rows.map(({ external_userid }) => external_userid)
    const unseen = new Set(ids.filter((id) => !seen.has(id)))
    if (unseen.size > 0) gone.set(handover_userid, unseen)
    missing += unseen.size
  }

  const count = rows.select((eb) => eb.fn.countAll<number | string>().as('live')).compile()
  const live = Number((await connection.execute(count)).rows[0]?.live ?? 0)
  if (!acceptMissing && isSuspicious(missing, live)) {
    const unexplained = missing - (await countTaken(connection, context, gone))
    if (isSuspicious(unexplained, live)) {
      const reason = `${unexplained} of ${live} unassigned customers are no longer listed; too many at once, so none was removed`
      await addGaps(connection, context, runId, 'unassigned', ['*'], { kind: 'suspicious', reason })
      return
    }
  }
  await closeSuspicious(connection, context, runId, 'unassigned', ['*'])
  for (const [handover_userid, external_userids] of gone) {
    const keys = [...external_userids].map((external_userid) => ({ corp_id, handover_userid, external_userid }))
    const found = await connection.find('unassigned', ['external_userid', 'data'], keys)
    await connection.remove('unassigned', keys)
    const changes = found.map(({ external_userid, data }) => ({
      kind: 'unassigned.ended',
      keys: { handover_userid, external_userid: String(external_userid) },
      before: data,
    }))
    await addChanges(connection, writing, changes)
  }
}

/** Counts the customers in `gone` whom another member has added since their member left the corp. */
async function countTaken(
  connection: Connection,
  { database, corpId }: SliceContext,
  gone: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<number> {
  const query = database.build
    .selectFrom('wecom_unassigned as u')
    .innerJoin('wecom_follows as f', (join) =>
      join.onRef('f.corp_id', '=', 'u.corp_id').onRef('f.external_userid', '=', 'u.external_userid'),
    )
    .select(['u.handover_userid', 'u.external_userid'])
    .distinct()
    .where('u.corp_id', '=', corpId)
    .whereRef('f.userid', '!=', 'u.handover_userid')
    .whereRef('f.createtime', '>', 'u.dimission_at')
    .compile()
  const { rows } = await connection.execute(query)
  return rows.filter(({ handover_userid, external_userid }) => gone.get(handover_userid)?.has(external_userid)).length
}
