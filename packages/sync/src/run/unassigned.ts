import { listUnassignedContactsEndpoint, type UnassignedContact } from '@wecom/contacts'
import { sql } from 'kysely'
import type { Connection } from '../database/Database.ts'
import { fromSeconds, toContent } from '../rows/clean.ts'
import { addChanges, type Writing, writeRows } from '../rows/writeRows.ts'
import { addGaps, isFatal, toGapReason } from './gaps.ts'
import type { SliceContext } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'

/**
 * Reads the customers whose member has left and who have no new member yet (待分配的离职成员列表). Rows of customers that WeCom
 * no longer lists are deleted. If the list cannot be read, the run records a gap and continues.
 */
export async function readUnassigned(context: SliceContext): Promise<void> {
  const { client, database, corpId, slice, calls, runId, time } = context
  try {
    let cursor: string | undefined
    do {
      const writing: Writing = { corpId, source: 'run', readAt: new Date(time.now()) }
      const params = { cursor, page_size: 1000 }
      const { info, is_last, next_cursor } = await calls((options) =>
        client.request(listUnassignedContactsEndpoint, params, options),
      )
      cursor = is_last || next_cursor === cursor ? undefined : next_cursor || undefined
      const rows = info.map((entry) => toRow(entry, writing))
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        await writeRows(connection, 'unassigned', rows, writing)
        const seen = info.map(({ handover_userid, external_userid }) => ({
          owner: handover_userid,
          item: external_userid,
        }))
        await addSeen(connection, context, slice, seen)
        if (cursor === undefined) await removeUnseen(connection, context, writing)
      })
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

async function removeUnseen(
  connection: Connection,
  { database, slice }: SliceContext,
  writing: Writing,
): Promise<void> {
  const { corpId: corp_id } = writing
  const query = sql<{ handover_userid: string; external_userid: string; data: unknown }>`
    select handover_userid, external_userid, data from wecom_unassigned u
    where corp_id = ${corp_id} and read_at < ${new Date(slice.beganAt)}
      and not exists (select 1 from wecom_seen s where s.corp_id = ${corp_id} and s.resource = ${slice.resource}
        and s.slice = ${slice.name} and s.owner = u.handover_userid and s.item = u.external_userid)`
  const { rows } = await connection.execute(query.compile(database.build))
  const gone = rows.map(({ handover_userid, external_userid, data }) => ({
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
