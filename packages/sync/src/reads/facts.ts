import type { SyncContext } from '../context.ts'
import type { Connection, Row } from '../database/Database.ts'
import { toMs } from '../rows/clean.ts'
import { addChanges, type Writing } from '../rows/writeRows.ts'
import type { ReportedChange } from './reportedChanges.ts'

/**
 * Writes facts that only events contain, because no read of WeCom's API returns them:
 * - the time at which a customer deleted a member
 * - the time at which a follow relation ended, and whether the member or a transfer ended the relation
 * - the way in which people left a group chat
 *
 * Writing the same facts twice is harmless. If a row does not exist yet, the function does not write the facts of this
 * row. So call the function again after a read has written the row.
 *
 * A member can lose a customer and add the same customer again. A late event may then be about the earlier follow
 * relation. So the function ignores an event from before the start of the stored follow relation.
 *
 * @param item - id of the customer or of the group chat.
 */
export async function writeFacts(
  connection: Connection,
  context: SyncContext,
  item: string,
  changes: readonly ReportedChange[],
): Promise<void> {
  for (const change of changes) {
    switch (change.is) {
      case 'deleted_by_customer':
        await customerDeleted(connection, context, change.userid, item, change.at)
        break
      case 'deleted':
        await memberDeleted(connection, context, change.userid, item, change.at, change.by)
        break
      case 'left':
        for (const userid of change.userids) {
          const key = { corp_id: context.corpId, chat_id: item, userid }
          await personLeft(connection, key, change.quitScene, change.at ?? 0)
        }
        break
      default:
    }
  }
}

async function personLeft(connection: Connection, key: Row, quitScene: number, at: number): Promise<void> {
  const [row] = await connection.find('group_members', ['joined_at', 'quit_at'], [key])
  if (!row || (at > 0 && toMs(row['joined_at'] as Date | string) > at)) return
  if (row['quit_at'] !== null && toMs(row['quit_at'] as Date | string) > at) return
  await connection.change('group_members', key, { quit_scene: quitScene, quit_at: at > 0 ? new Date(at) : null })
}

async function customerDeleted(
  connection: Connection,
  context: SyncContext,
  userid: string,
  external_userid: string,
  at: number,
): Promise<void> {
  const key = { corp_id: context.corpId, userid, external_userid }
  const [row] = await connection.find('follows', ['createtime', 'deleted_by_customer_at', 'data'], [key])
  if (!row || row['deleted_by_customer_at'] !== null || toMs(row['createtime'] as Date | string) >= at) return
  await connection.change('follows', key, { deleted_by_customer_at: new Date(at) })
  const change = { kind: 'follows.deleted_by_customer', keys: { userid, external_userid }, before: row['data'] }
  await addChanges(connection, writingOf(context), [{ ...change, by: 'customer' }])
}

async function memberDeleted(
  connection: Connection,
  context: SyncContext,
  userid: string,
  external_userid: string,
  at: number,
  by: 'member' | 'transfer',
): Promise<void> {
  const key = { corp_id: context.corpId, userid, external_userid }
  const [row] = await connection.find('follows', ['createtime', 'ended_at', 'ended_by', 'data'], [key])
  if (!row || toMs(row['createtime'] as Date | string) >= at) return
  // A read may have noticed first that the relation is gone; who ended it is news all the same.
  if (row['ended_at'] !== null && row['ended_by'] !== 'unlisted') return
  await connection.change('follows', key, { ended_at: new Date(at), ended_by: by })
  const change = { kind: 'follows.ended', keys: { userid, external_userid }, before: row['data'], by }
  await addChanges(connection, writingOf(context), [change])
}

function writingOf({ corpId, time }: SyncContext): Writing {
  return { corpId, source: 'event', readAt: new Date(time.now()), now: time.now }
}
