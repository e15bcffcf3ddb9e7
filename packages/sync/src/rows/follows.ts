import type { ContactDetail, ExternalContact, FollowInfo, FollowUser } from '@wecom/contacts'
import type { Kysely } from 'kysely'
import type { Connection, Row } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import { cleanInt, cleanText, fromJson, fromSeconds, textOrNull, toContent, toMs } from './clean.ts'
import { clearFingerprints } from './fingerprints.ts'
import { forgottenOf } from './forgotten.ts'
import { type HashedRow, type KnownRow, type Writing, type Written, writeRows } from './writeRows.ts'

export interface ReadFollow {
  readonly external_contact: ExternalContact | ContactDetail
  readonly follow_info: FollowInfo
  /**
   * Names of the member's personal tags for the customer. Undefined for a relation from WeCom's list of customers,
   * which does not contain them.
   */
  readonly personalTags?: readonly string[] | undefined
  /**
   * Hash of the list entry in which WeCom returned the relation (see `unknownEntries`). Undefined for a relation from
   * `getContact`.
   */
  readonly fingerprint?: string | undefined
}

export function toReadFollow(external_contact: ContactDetail, { tags = [], ...relation }: FollowUser): ReadFollow {
  const tag_id = tags.flatMap(({ tag_id: id }) => id ?? [])
  return {
    external_contact,
    follow_info: { ...relation, ...(tag_id.length > 0 && { tag_id }) },
    personalTags: tags.filter(({ tag_id: id }) => id === undefined).map(({ tag_name }) => tag_name),
  }
}

export async function writeFollows(
  connection: Connection,
  build: Kysely<Schema>,
  items: readonly ReadFollow[],
  writing: Writing,
): Promise<void> {
  if (items.length === 0) return
  const idOf = ({ external_contact }: ReadFollow): string => external_contact.external_userid
  const forgotten = await forgottenOf(connection, writing, items.map(idOf))
  const kept = items.filter((item) => !forgotten.has(idOf(item)))
  const rows = kept.map((item) => ({ item, customer: toCustomerRow(item.external_contact, writing) }))
  const customers = await writeRows(
    connection,
    'customers',
    rows.map(({ customer }) => customer),
    writing,
  )
  await clearFingerprints(connection, build, customers.written)
  const follows = rows.map(({ item, customer }) => {
    // False if another entry of the page, or a later read, determined the customer's row.
    const agrees = customers.hashes.get(item.external_contact.external_userid) === customer.hash
    return toFollowRow(item, agrees ? item.fingerprint : undefined, writing)
  })
  const { written } = await writeRows(connection, 'follows', follows, writing, shouldReopen)
  await writeTags(connection, written)
  for (const { row, before } of written) {
    if (before && isNewer(row, before)) await clearFacts(connection, row)
  }
}

/**
 * Returns whether to reopen a relation that has ended but that WeCom lists again:
 * - If `ended_by` is `unlisted`: yes. The sync marked the relation as ended only because WeCom did not list it.
 * - Otherwise: only if the member has added the customer again. An event reported that the relation ended, and for some
 *   seconds after such an event WeCom may still list the relation.
 */
function shouldReopen(row: HashedRow, before: KnownRow): boolean {
  if (before['ended_by'] === 'unlisted') return true
  return isNewer(row, before)
}

function isNewer(row: HashedRow, before: KnownRow): boolean {
  // A later `createtime` means that the member has added the customer again.
  return (row['createtime'] as Date).getTime() > toMs(before['createtime'] as Date | string)
}

async function clearFacts(connection: Connection, row: HashedRow): Promise<void> {
  // Events reported these facts about an earlier relation, so they are not true for the new one.
  await connection.change('follows', row, { deleted_by_customer_at: null })
}

// Only `getContact` returns these fields. They are not stored, because each read of a list would count as a change.
const detailOnly: ReadonlySet<string> = new Set(['foreign_key', 'is_subscribe', 'subscriber_info'])

function toCustomerRow(contact: ExternalContact, { corpId, readAt }: Writing): HashedRow {
  const told = Object.fromEntries(Object.entries(contact).filter(([name]) => !detailOnly.has(name)))
  return {
    corp_id: corpId,
    external_userid: contact.external_userid,
    name: cleanText(contact.name),
    type: cleanInt(contact.type),
    gender: cleanInt(contact.gender),
    unionid: contact.unionid ?? null,
    corp_name: textOrNull(contact.corp_name),
    ...toContent(told),
    first_seen_at: readAt,
    read_at: readAt,
  }
}

function toFollowRow(
  { external_contact, follow_info, personalTags }: ReadFollow,
  fingerprint: string | undefined,
  { corpId, readAt }: Writing,
): HashedRow {
  const { tag_id, ...relation } = follow_info
  const content = { ...relation, ...(tag_id && tag_id.length > 0 && { tag_id: tag_id.toSorted() }) }
  return {
    corp_id: corpId,
    userid: follow_info.userid,
    external_userid: external_contact.external_userid,
    remark: cleanText(follow_info.remark),
    state: textOrNull(follow_info.state),
    add_way: cleanInt(follow_info.add_way),
    createtime: fromSeconds(follow_info.createtime),
    ended_at: null,
    ended_by: null,
    // Pages must not clear what only single reads have.
    ...(personalTags && { personal_tags: JSON.stringify(personalTags.map(cleanText)) }),
    fingerprint: fingerprint ?? null,
    ...toContent(content),
    read_at: readAt,
  }
}

async function writeTags(connection: Connection, written: readonly Written[]): Promise<void> {
  // Collects the tags of all relations, so that two statements are enough.
  const gone: Row[] = []
  const added: Row[] = []
  for (const { row, before } of written) {
    const { corp_id = null, userid = null, external_userid = null } = row
    const tagIds = tagIdsOf(row.data)
    const known = before ? tagIdsOf(before.data) : []
    const toRow = (tag_id: string): Row => ({ corp_id, userid, external_userid, tag_id })
    gone.push(...known.filter((id) => !tagIds.includes(id)).map(toRow))
    added.push(...tagIds.filter((id) => !known.includes(id)).map(toRow))
  }
  await connection.remove('follow_tags', gone)
  await connection.insertNew('follow_tags', added)
}

function tagIdsOf(data: unknown): string[] {
  return (fromJson(data) as { tag_id?: string[] }).tag_id ?? []
}
