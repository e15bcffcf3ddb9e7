import { listFollowUsers } from '@wecom/contacts'
import type { Connection } from '../database/Database.ts'
import { toMs } from '../rows/clean.ts'
import { addChanges, type Change, type Writing } from '../rows/writeRows.ts'
import type { SyncContext } from '../context.ts'
import { isSuspicious } from '../rows/endings.ts'
import { addGaps } from '../rows/gaps.ts'
import type { Resource } from './resources.ts'
import { addSlices } from './slices.ts'
import { readUnassigned } from './unassigned.ts'

export const members: Resource = {
  read: async (context) => {
    const { follow_user } = await context.calls((options) => listFollowUsers(context.client, {}, options))
    return {
      items: follow_user.length,
      next: undefined,
      write: async (connection, writing) => {
        const since = (await gapSince(connection, context)) ?? writing.readAt
        const { left, known } = await writeMembers(connection, context, follow_user, writing, since)
        const isEmpty = follow_user.length === 0
        if (context.acceptMissing || (!isEmpty && !isSuspicious(left, known))) return
        const what = isEmpty ? 'WeCom lists no members' : `${left} of ${known} members left the visible range`
        const reason = `${what}; check the visible range of the app and the licences`
        const gap = { kind: 'suspicious', reason, foundAt: writing.readAt } as const
        await addGaps(connection, context, context.runId, 'members', ['*'], gap)
      },
    }
  },

  // Members who are not listed are out of view, which `writeMembers` has noted. Members who left may leave customers behind.
  sweep: readUnassigned,

  plan: async (connection, context) => {
    const userids = (await listMembers(connection, context)).filter(({ outOfViewAt }) => outOfViewAt === null)
    const parts = toParts(userids.map(({ userid }) => userid))
    await addSlices(connection, context, context.runId, 'customers', parts)
    await addSlices(connection, context, context.runId, 'group_chats', parts)
  },
}

// So that several workers can share a run. Small corps have fewer parts, very large corps have more.
const parts = 32
// WeCom accepts at most this many members in one call.
const maxPart = 100

function toParts(userids: readonly string[]): { name: string; userids: string[] }[] {
  const size = Math.min(maxPart, Math.ceil(userids.length / parts))
  return Array.from({ length: Math.ceil(userids.length / size) || 0 }, (_, index) => ({
    name: String(index).padStart(5, '0'),
    userids: userids.slice(index * size, (index + 1) * size),
  }))
}

interface KnownMember {
  readonly userid: string
  /**
   * Time at which the sync marked the member as out of view, in milliseconds since 1970. A member is out of view if
   * WeCom no longer lists the member. Null if WeCom lists the member.
   */
  readonly outOfViewAt: number | null
}

async function listMembers(connection: Connection, { database, corpId }: SyncContext): Promise<KnownMember[]> {
  const query = database.build
    .selectFrom('wecom_members')
    .select(['userid', 'out_of_view_at'])
    .where('corp_id', '=', corpId)
    .orderBy('userid')
    .compile()
  const { rows } = await connection.execute(query)
  return rows.map(({ userid, out_of_view_at: at }) => ({ userid, outOfViewAt: at === null ? null : toMs(at) }))
}

/**
 * Returns the time since which all reads of the list of members have failed. Returns undefined if the last read
 * succeeded. A read counts as failed if WeCom returned an error or an empty list. It also counts as failed if so many
 * members were missing that the list is probably wrong (`isSuspicious`).
 */
async function gapSince(connection: Connection, { corpId }: SyncContext): Promise<Date | undefined> {
  const [gap] = await connection.find('gaps', ['since'], [{ corp_id: corpId, resource: 'members', item: '*' }])
  return gap && new Date(gap['since'] as Date | string)
}

/**
 * Writes the listed members, and marks members whom WeCom no longer lists as out of view. Does not change their follow
 * relations.
 *
 * @param since - the result of `gapSince`. If `gapSince` returned undefined: the start of this read.
 * @returns `known`: number of members who were in view before this call, or who went out of view at `since` or later.
 *   `left`: number of these members whom WeCom does not list now.
 */
async function writeMembers(
  connection: Connection,
  context: SyncContext,
  listed: readonly string[],
  writing: Writing,
  since: Date,
): Promise<{ left: number; known: number }> {
  const known = await listMembers(connection, context)
  const inView = new Map(known.map(({ userid, outOfViewAt }) => [userid, outOfViewAt === null]))
  const isListed = new Set(listed)
  const left = known.filter(({ userid, outOfViewAt }) => outOfViewAt === null && !isListed.has(userid))
  const row = { corp_id: context.corpId, first_seen_at: writing.readAt, read_at: writing.readAt }
  await connection.upsert('members', [
    ...[...isListed].map((userid) => ({ ...row, userid, out_of_view_at: null })),
    ...left.map(({ userid }) => ({ ...row, userid, out_of_view_at: writing.readAt })),
  ])
  await addChanges(connection, writing, [
    ...changesOf(
      'members.created',
      [...isListed].filter((userid) => !inView.has(userid)),
    ),
    ...changesOf(
      'members.returned',
      [...isListed].filter((userid) => inView.get(userid) === false),
    ),
    ...changesOf(
      'members.out_of_view',
      left.map(({ userid }) => userid),
    ),
  ])
  // Members who left in an earlier run count until they return, so that the gap stays until somebody accepts it.
  const before = known.filter(({ outOfViewAt }) => outOfViewAt === null || outOfViewAt >= since.getTime())
  return { left: before.filter(({ userid }) => !isListed.has(userid)).length, known: before.length }
}

function changesOf(kind: string, userids: readonly string[]): Change[] {
  return userids.map((userid) => ({ kind, keys: { userid } }))
}
