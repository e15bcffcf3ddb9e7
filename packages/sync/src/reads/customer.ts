import { type ContactDetail, getContactEndpoint, listContactIds } from '@wecom/contacts'
import { type Client, isApiError, paginate } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { endRows } from '../rows/endings.ts'
import { type ReadFollow, toReadFollow, writeFollows } from '../rows/follows.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from './calls.ts'

export interface FoundCustomer {
  readonly external_userid: string
  readonly contact: ContactDetail | undefined
  /** Relations of the customer with members in the visible range (members that the app may see). */
  readonly follows: readonly ReadFollow[]
  /** Members in the visible range whose list of customers no longer contains this customer. */
  readonly lostBy: readonly string[]
}

// 84061: no follow relation. 40096: invalid external_userid.
const nobodys = [84061, 40096]
// 40003: invalid userid. 60011: not in the visible range. 60111: no such member.
const memberOutOfView = [40003, 60011, 60111]

/**
 * Reads a customer and the customer's follow relations from WeCom.
 *
 * WeCom's answer contains only members in the visible range. So a relation that is missing in the answer may still
 * exist. If the tables contain such a relation, the function also reads the list of the member's customers. If the
 * customer is missing in this list, too, the relation has ended. If the member is outside the visible range according
 * to the tables, the function does not check the relation.
 */
export async function readCustomer(
  context: SyncContext,
  calls: Calls,
  external_userid: string,
): Promise<FoundCustomer> {
  const follows = await readFollows(context.client, calls, external_userid)
  const shown = new Set(follows.map(({ follow_info }) => follow_info.userid))
  const lostBy: string[] = []
  for (const userid of await followersInView(context, external_userid)) {
    if (!shown.has(userid) && !(await isListed(context.client, calls, userid, external_userid))) lostBy.push(userid)
  }
  return { external_userid, contact: follows[0]?.external_contact, follows, lostBy }
}

export async function writeCustomer(
  connection: Connection,
  { database, corpId }: SyncContext,
  { external_userid, follows, lostBy }: FoundCustomer,
  writing: Writing,
): Promise<void> {
  await writeFollows(connection, database.build, follows, writing)
  const keys = lostBy.map((userid) => ({ corp_id: corpId, userid, external_userid }))
  await endRows(connection, 'follows', keys, writing.readAt.getTime(), writing, 'unlisted')
}

async function readFollows(client: Client, calls: Calls, external_userid: string): Promise<ReadFollow[]> {
  try {
    return await calls(async (options) => {
      const follows: ReadFollow[] = []
      for await (const { result } of paginate(client, getContactEndpoint, { external_userid }, options)) {
        follows.push(...result.follow_user.map((follower) => toReadFollow(result.external_contact, follower)))
      }
      return follows
    })
  } catch (error) {
    if (isApiError(error, ...nobodys)) return []
    throw error
  }
}

async function followersInView({ database, corpId }: SyncContext, external_userid: string): Promise<string[]> {
  const query = database.build
    .selectFrom('wecom_follows as f')
    .innerJoin('wecom_members as m', (join) =>
      join.onRef('m.corp_id', '=', 'f.corp_id').onRef('m.userid', '=', 'f.userid'),
    )
    .select('f.userid')
    .where('f.corp_id', '=', corpId)
    .where('f.external_userid', '=', external_userid)
    .where('f.ended_at', 'is', null)
    .where('m.out_of_view_at', 'is', null)
    .compile()
  return (await database.execute(query)).rows.map(({ userid }) => userid)
}

async function isListed(client: Client, calls: Calls, userid: string, external_userid: string): Promise<boolean> {
  try {
    const result = await calls((options) => listContactIds(client, { userid }, options))
    return result.external_userid.includes(external_userid)
  } catch (error) {
    // The app is not allowed to read this list, so the relation must not end.
    if (isApiError(error, ...memberOutOfView)) return true
    throw error
  }
}
