import { type ContactDetail, getContactEndpoint, listContactIds } from '@wecom/contacts'
import { type Client, isApiError, paginate } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { endRows } from '../rows/endings.ts'
import { type ReadFollow, toReadFollow, writeFollows } from '../rows/follows.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from './calls.ts'

/** A customer as a read found them. */
export interface FoundCustomer {
  readonly external_userid: string
  /** Undefined where no member in the visible range has the customer. */
  readonly contact: ContactDetail | undefined
  /** Relations that are there. */
  readonly follows: readonly ReadFollow[]
  /** Members in view whose list of customers no longer has this one. */
  readonly lostBy: readonly string[]
}

/** No member has the customer, or none in the visible range. */
const nobodys = [84061, 40096]
/** The member is unknown, has left, or is out of the visible range. */
const memberOutOfView = [40003, 60011, 60111]

/**
 * Reads a customer with all followers. The detail shows only members in the visible range, so that a relation that it does
 * not show has ended only if the member's own list agrees.
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

/**
 * Writes a customer and the relations, and ends those that are gone.
 *
 * @returns how many rows have changed.
 */
export async function writeCustomer(
  connection: Connection,
  { database, corpId }: SyncContext,
  { external_userid, follows, lostBy }: FoundCustomer,
  writing: Writing,
): Promise<number> {
  const written = await writeFollows(connection, database.build, follows, writing)
  const keys = lostBy.map((userid) => ({ corp_id: corpId, userid, external_userid }))
  return written + (await endRows(connection, 'follows', keys, writing.readAt.getTime(), writing, 'unlisted'))
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

/** The members in view who have the customer as far as the tables know. */
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

/** Whether the member's list has the customer. A list that this app may not read says nothing, so the relation stays. */
async function isListed(client: Client, calls: Calls, userid: string, external_userid: string): Promise<boolean> {
  try {
    const result = await calls((options) => listContactIds(client, { userid }, options))
    return result.external_userid.includes(external_userid)
  } catch (error) {
    if (isApiError(error, ...memberOutOfView)) return true
    throw error
  }
}
