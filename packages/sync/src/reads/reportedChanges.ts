import type { Connection, Row } from '../database/Database.ts'
import { fromJson } from '../rows/clean.ts'
import type { FoundCustomer } from './customer.ts'
import type { FoundGroupChat } from './groupChat.ts'

/**
 * Change that an event reported. If WeCom's answer does not show the change, the sync reads the data again later,
 * because WeCom may return old data for some seconds after an event.
 *
 * Some changes also contain facts that no answer of WeCom shows, such as the time at which a customer deleted a member.
 * `writeFacts` writes these facts to the tables after each read.
 */
export type ReportedChange =
  | {
      readonly is: 'added'
      readonly userid: string
      /**
       * Time of the event, in milliseconds since 1970. Undefined in a row of `dirty` that an earlier version of this
       * package wrote.
       */
      readonly at?: number | undefined
    }
  // WeCom's answer contains no relation with this member that began before `at`, in milliseconds since 1970.
  | { readonly is: 'deleted'; readonly userid: string; readonly at: number; readonly by: 'member' | 'transfer' }
  // Contains only facts.
  | { readonly is: 'deleted_by_customer'; readonly userid: string; readonly at: number }
  | {
      readonly is: 'edited'
      readonly userid: string
      /** As for `added`. */
      readonly at?: number | undefined
      /** The column `hash` of the relation's row before the change. Undefined if there was no row. */
      readonly hash?: string | undefined
      /**
       * A read proves the edit only if it began at `from` or later, in milliseconds since 1970. Undefined: a read may
       * have begun at any time.
       *
       * A read proves the edit if the row then has a hash other than `hash`. In three cases, the hash can differ for
       * another reason: the table contained no live relation before the change, the member has also deleted or added
       * the customer, or no answer has shown an earlier edit of the relation yet. In these cases, `from` is set.
       */
      readonly from?: number | undefined
    }
  // The group chat exists. `at` is as for `added`, also in the next three changes.
  | { readonly is: 'exists'; readonly at?: number | undefined }
  // `member_version` of the group chat.
  | { readonly is: 'version'; readonly version: string; readonly at?: number | undefined }
  | { readonly is: 'dismissed'; readonly at?: number | undefined }
  // Contains only facts: the people who left the group chat, and in which way.
  | {
      readonly is: 'left'
      readonly userids: readonly string[]
      readonly quitScene: number
      readonly at?: number | undefined
    }
  // No read proves the change, so the read must begin at `from` or later.
  | { readonly is: 'changed'; readonly from?: number | undefined }

/** Time after an event during which WeCom may still return old data, in milliseconds. */
export const lagMs = 3_000

export function toReportedChanges(column: unknown): readonly ReportedChange[] {
  const value = fromJson(column)
  if (Array.isArray(value)) return value as ReportedChange[]
  // A process with an earlier version may still run. It writes one change instead of a list.
  return typeof value === 'object' && value !== null ? [value as ReportedChange] : []
}

/** For each kind of change, the kinds of older changes that it replaces. */
const replaced: Readonly<Partial<Record<ReportedChange['is'], readonly ReportedChange['is'][]>>> = {
  added: ['added'],
  deleted: ['added', 'edited', 'deleted'],
  deleted_by_customer: ['deleted_by_customer'],
  edited: ['edited'],
  exists: ['exists'],
  version: ['version'],
  dismissed: ['exists', 'version', 'dismissed'],
  changed: ['changed'],
}

/**
 * Adds `change` to the list `earlier`, and removes earlier changes that `change` replaces. Returns the new list. WeCom
 * repeats a failed delivery, so an older event can arrive after a newer one. It does not replace the newer one. The sync
 * reads the changed customer, group chat or tags again until WeCom's answer shows all changes of this list.
 *
 * @param key - key of the row in the table `dirty`. This row says which customer, group chat or tags to read again.
 * @param now - time of the database in milliseconds since 1970.
 */
export async function withChange(
  connection: Connection,
  key: Row,
  earlier: readonly ReportedChange[],
  change: ReportedChange,
  now: number,
): Promise<readonly ReportedChange[]> {
  const isSameMember = (one: ReportedChange): boolean => memberOf(one) === memberOf(change)
  // In any order, two edits become one change, which gets the later time.
  const areEdits = (one: ReportedChange): boolean => one.is === 'edited' && change.is === 'edited'
  const isOutdated = earlier.some((one) => replaces(one, change) && isOlder(change, one) && !areEdits(one))
  if (isOutdated) return earlier
  const isReplaced = (one: ReportedChange): boolean => replaces(change, one) && (areEdits(one) || !isOlder(change, one))
  const others = earlier.filter((one) => !isReplaced(one))
  if (change.is === 'left') return withLeft(others, change)
  const from = now + lagMs
  switch (change.is) {
    case 'changed':
      return [...others, { ...change, from }]
    case 'added':
    case 'deleted':
      // An answer that shows this change has another hash, also if it does not show the edit yet.
      return [...others.map((one) => (one.is === 'edited' && isSameMember(one) ? { ...one, from } : one)), change]
    case 'edited': {
      const pending = earlier.filter(isReplaced).find((one) => one.is === 'edited')
      const row = await findFollow(connection, key, change.userid)
      const hasOtherChange = others.some((one) => (one.is === 'added' || one.is === 'deleted') && isSameMember(one))
      const isClear = pending === undefined && row !== undefined && row.isLive && !hasOtherChange
      const at = Math.max(timeOf(change), pending ? timeOf(pending) : 0)
      return [...others, { ...change, at, hash: pending ? pending.hash : row?.hash, ...(!isClear && { from }) }]
    }
    default:
      return [...others, change]
  }
}

type Left = Extract<ReportedChange, { is: 'left' }>

/** Names each person once, because WeCom may refuse the group chat for a long time. */
function withLeft(others: readonly ReportedChange[], change: Left): readonly ReportedChange[] {
  const leftLater = others.flatMap((one) => (one.is === 'left' && isOlder(change, one) ? one.userids : []))
  const userids = change.userids.filter((id) => !leftLater.includes(id))
  const isSame = (one: ReportedChange): one is Left =>
    one.is === 'left' && one.quitScene === change.quitScene && one.at === change.at
  const rest = withoutLeft(others, userids)
  const all = [...rest.filter(isSame).flatMap((one) => one.userids), ...userids]
  return [...rest.filter((one) => !isSame(one)), ...(all.length > 0 ? [{ ...change, userids: all }] : [])]
}

/** Removes the people in `userids` from the changes of the kind `left`. Removes a change if no person remains in it. */
export function withoutLeft(changes: readonly ReportedChange[], userids: readonly string[]): readonly ReportedChange[] {
  return changes.flatMap((change): ReportedChange[] => {
    if (change.is !== 'left') return [change]
    const rest = change.userids.filter((id) => !userids.includes(id))
    return rest.length === 0 ? [] : [{ ...change, userids: rest }]
  })
}

function timeOf(change: ReportedChange): number {
  return 'at' in change ? (change.at ?? 0) : 0
}

function replaces(change: ReportedChange, older: ReportedChange): boolean {
  // A later version of this package may have written other kinds.
  const kinds = replaced[change.is] ?? []
  return kinds.includes(older.is) && memberOf(change) === memberOf(older)
}

function isOlder(change: ReportedChange, other: ReportedChange): boolean {
  return timeOf(change) < timeOf(other)
}

function memberOf(change: ReportedChange): string | undefined {
  return 'userid' in change ? change.userid : undefined
}

async function findFollow(
  connection: Connection,
  key: Row,
  userid: string,
): Promise<{ readonly hash: string; readonly isLive: boolean } | undefined> {
  const { corp_id = null, item = null } = key
  const [row] = await connection.find('follows', ['hash', 'ended_at'], [{ corp_id, userid, external_userid: item }])
  return row && { hash: String(row['hash']), isLive: row['ended_at'] === null }
}

/**
 * Returns whether WeCom's answer about a customer shows all changes that events have reported (`reported`). Call this
 * function after the answer has been written to the tables, because it reads hashes from the tables.
 *
 * @param readAt - time at which the read began, in milliseconds since 1970.
 */
export async function showsCustomer(
  connection: Connection,
  key: Row,
  { follows }: FoundCustomer,
  reported: readonly ReportedChange[],
  readAt: number,
): Promise<boolean> {
  for (const change of reported) {
    const member = memberOf(change)
    const shown = follows.find(({ follow_info }) => follow_info.userid === member)
    if (change.is === 'added' && !shown) return false
    if (change.is === 'deleted' && shown && shown.follow_info.createtime * 1000 < change.at) return false
    if (change.is === 'edited') {
      const row = await findFollow(connection, key, change.userid)
      if (row === undefined || row.hash === change.hash || readAt < (change.from ?? 0)) return false
    }
  }
  return true
}

export function showsGroupChat({ group_chat }: FoundGroupChat, reported: readonly ReportedChange[]): boolean {
  return reported.every((change) => {
    if (change.is === 'dismissed') return group_chat === undefined
    if (change.is === 'exists') return group_chat !== undefined
    return change.is !== 'version' || group_chat === undefined || group_chat.member_version === change.version
  })
}

export function showsTags(reported: readonly ReportedChange[], readAt: number): boolean {
  return reported.every((change) => change.is !== 'changed' || readAt >= (change.from ?? 0))
}
