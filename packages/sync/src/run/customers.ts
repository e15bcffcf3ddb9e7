import { batchGetContactsByUser, type BatchGetContactsByUserResult, listContactIds } from '@wecom/contacts'
import { isApiError } from '@wecom/core'
import { markDirty } from '../reads/dirty.ts'
import { unknownEntries } from '../rows/fingerprints.ts'
import { writeFollows } from '../rows/follows.ts'
import { endRows, isSuspicious } from '../rows/endings.ts'
import { addGaps } from '../rows/gaps.ts'
import { closeSuspicious, itemGap, unreadOfRun } from './gaps.ts'
import type { Resource, SliceContext } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { countLive, unseen } from './unseen.ts'

export const customers: Resource = {
  read: async (context) => {
    const { external_contact_list, next_cursor, fail_info } = await readBatch(context)
    const unlicensed = fail_info?.unlicensed_userid_list ?? []
    return {
      items: external_contact_list.length,
      next: next_cursor || undefined,
      write: async (connection, writing) => {
        const unknown = await unknownEntries(connection, context.corpId, external_contact_list)
        await writeFollows(connection, context.database.build, unknown, writing)
        await addSeen(
          connection,
          context,
          context.slice,
          context.slice.items,
          external_contact_list.map(({ external_contact, follow_info }) => ({
            owner: follow_info.userid,
            item: external_contact.external_userid,
          })),
        )
        await addGaps(connection, context, context.runId, 'customers', unlicensed, noLicence)
      },
    }
  },

  sweep: async (context) => {
    const unread = await unreadOfRun(context.database, context, context.runId, 'customers')
    const userids = context.slice.userids.filter((userid) => !unread.has(userid))
    const perMember = context.slice.items / context.slice.userids.length
    const size = Math.ceil(comparedRows / Math.max(1, perMember))
    const complete = new Set(userids)
    for (let start = 0; start < userids.length; start += size) {
      const where = { column: 'userid', values: userids.slice(start, start + size) }
      const selection = { table: 'follows', key: 'external_userid', owner: 'userid', where } as const
      const missing = await unseen(context.database, context, selection)
      for (const [userid, external_userids] of missing) {
        complete.delete(userid)
        await sweepMember(context, userid, external_userids)
      }
    }
    await context.database.transaction(async (connection) => {
      await moveSlice(connection, context, context.slice, {})
      await closeSuspicious(connection, context, context.runId, 'customers', [...complete])
    })
  },
}

// Number of rows that one statement compares. Each statement is a round trip to a database server, and its rows are held
// in memory.
const comparedRows = 2_000

const noneLicensed = 701008
const noLicence = {
  kind: 'denied',
  errcode: noneLicensed,
  reason: 'the member has no valid interoperation licence (互通许可)',
} as const

async function readBatch({ client, slice, calls }: SliceContext): Promise<BatchGetContactsByUserResult> {
  const { userids, cursor } = slice
  try {
    const params = { userid_list: [...userids], cursor, limit: 100 }
    return await calls((options) => batchGetContactsByUser(client, params, options))
  } catch (error) {
    if (!isApiError(error, noneLicensed)) throw error
    return { external_contact_list: [], fail_info: { unlicensed_userid_list: [...userids] } }
  }
}

/**
 * Checks follow relations of one member that are in the tables, but were on no page of the full run. `missing` contains
 * the ids of the customers in these relations. The function reads WeCom's list of the member's customers:
 * - If the list does not contain a customer, the function marks the relation as ended. Exception: if too many relations
 *   would end at once (`isSuspicious`), the list is probably wrong. The function then marks none of them, and records a
 *   gap (data that could not be read).
 * - If the list contains the customer, WeCom's lists contradict each other. The sync then reads the customer again
 *   later by id.
 */
async function sweepMember(context: SliceContext, userid: string, missing: readonly string[]): Promise<void> {
  const { database, client, corpId, slice, calls, runId, time, acceptMissing } = context
  const readAt = new Date(time.now())
  const listed = new Set<string>()
  try {
    const { external_userid } = await calls((options) => listContactIds(client, { userid }, options))
    for (const id of external_userid) listed.add(id)
  } catch (error) {
    const reason = itemGap(error)
    await database.transaction(async (connection) => {
      await moveSlice(connection, context, slice, {})
      await addGaps(connection, context, runId, 'customers', [userid], reason)
    })
    return
  }
  const gone = missing.filter((id) => !listed.has(id))
  const still = missing.filter((id) => listed.has(id))
  const live = await countLive(database, context, 'follows', { column: 'userid', values: [userid] })
  await database.transaction(async (connection) => {
    await moveSlice(connection, context, slice, {})
    await markDirty(connection, context, 'customer', still)
    if (!acceptMissing && isSuspicious(gone.length, live)) {
      const reason = `${gone.length} of ${live} relations of the member are no longer listed; too many at once, so none was ended`
      await addGaps(connection, context, runId, 'customers', [userid], { kind: 'suspicious', reason })
      return
    }
    await closeSuspicious(connection, context, runId, 'customers', [userid])
    const keys = gone.map((external_userid) => ({ corp_id: corpId, userid, external_userid }))
    await endRows(
      connection,
      'follows',
      keys,
      slice.beganAt,
      { corpId, source: 'run', readAt, now: time.now },
      'unlisted',
    )
  })
}
