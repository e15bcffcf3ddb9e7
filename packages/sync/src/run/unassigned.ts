import { listUnassignedContactsEndpoint, type UnassignedContact } from '@wecom/contacts'
import { maxAheadMs } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { fromSeconds, toContent } from '../rows/clean.ts'
import { forgottenOf } from '../rows/forgotten.ts'
import { addChanges, type Writing, writeRows } from '../rows/writeRows.ts'
import { addGaps } from '../rows/gaps.ts'
import { GapError, isFatal, toGapReason } from './gaps.ts'
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

async function removeUnseen(connection: Connection, context: SliceContext, writing: Writing): Promise<void> {
  const { database, slice, corpId: corp_id, time } = context
  const old = database.build
    .selectFrom('wecom_unassigned')
    .where('corp_id', '=', corp_id)
    .where((eb) =>
      eb.or([eb('read_at', '<', new Date(slice.beganAt)), eb('read_at', '>', new Date(time.now() + maxAheadMs))]),
    )
  // One member at a time, to limit the use of memory.
  const members = await connection.execute(old.select('handover_userid').distinct().compile())
  for (const { handover_userid } of members.rows) {
    const seen = await listSeen(connection, context, slice, handover_userid)
    const own = old.where('handover_userid', '=', handover_userid).select(['external_userid', 'data']).compile()
    const gone = (await connection.execute(own)).rows
      .filter(({ external_userid }) => !seen.has(external_userid))
      .map(({ external_userid, data }) => ({
        kind: 'unassigned.ended',
        keys: { handover_userid, external_userid },
        before: data,
      }))
    await connection.remove(
      'unassigned',
      gone.map(({ keys }) => ({ corp_id, ...keys })),
    )
    await addChanges(connection, writing, gone)
  }
}
