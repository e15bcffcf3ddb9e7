import type { GroupChat, GroupChatMember, GroupChatStatus } from '@wecom/groupchat'
import type { Kysely } from 'kysely'
import type { Connection } from '../database/Database.ts'
import type { Schema } from '../schema/tables.ts'
import { cleanInt, cleanText, fromSeconds, textOrNull, toContent } from './clean.ts'
import { forgottenOf } from './forgotten.ts'
import { addChanges, type HashedRow, type Writing, writeRows } from './writeRows.ts'

export interface ReadGroupChat {
  readonly group_chat: GroupChat
  readonly status?: GroupChatStatus | undefined
}

export async function writeGroupChats(
  connection: Connection,
  build: Kysely<Schema>,
  chats: readonly ReadGroupChat[],
  writing: Writing,
): Promise<void> {
  // One by one: only lists have a status, and rows of one statement have the same columns.
  for (const { group_chat, status } of chats) {
    const row = toChatRow(group_chat, status, writing)
    const { written } = await writeRows(connection, 'group_chats', [row], writing)
    // Not part of the hash, since single reads do not have it.
    if (status !== undefined) await connection.change('group_chats', row, { status })
    if (written.length > 0 || writing.source !== 'run') await writeMembers(connection, build, group_chat, writing)
  }
}

function toChatRow(chat: GroupChat, status: GroupChatStatus | undefined, { corpId, readAt }: Writing): HashedRow {
  const { member_list, ...rest } = chat
  const members = toContent(member_list.toSorted((one, other) => (one.userid < other.userid ? -1 : 1)))
  return {
    corp_id: corpId,
    chat_id: chat.chat_id,
    name: cleanText(chat.name),
    owner: cleanText(chat.owner),
    ...(status !== undefined && { status }),
    created_at: fromSeconds(chat.create_time),
    member_count: member_list.length,
    member_version: chat.member_version ?? null,
    dismissed_at: null,
    data: toContent(rest).data,
    // Includes the people, so that a change of the people counts as a change of the group chat.
    hash: toContent({ ...rest, members: members.hash }).hash,
    read_at: readAt,
  }
}

async function writeMembers(
  connection: Connection,
  build: Kysely<Schema>,
  { chat_id, member_list }: GroupChat,
  writing: Writing,
): Promise<void> {
  const forgotten = await forgottenOf(
    connection,
    writing,
    member_list.map(({ userid }) => userid),
  )
  const kept = member_list.filter(({ userid }) => !forgotten.has(userid))
  const rows = kept.map((member) => toMemberRow(chat_id, member, writing))
  const { written } = await writeRows(connection, 'group_members', rows, writing)
  const returned = written.flatMap(({ row, before }) =>
    before && before['left_at'] !== null ? String(row['userid']) : [],
  )
  if (written.length > 0) await clearFacts(connection, build, chat_id, returned, writing)
  // The next full run then writes the people who were left out.
  if (forgotten.size > 0) await connection.change('group_chats', { corp_id: writing.corpId, chat_id }, { hash: '' })
  const query = build
    .selectFrom('wecom_group_members')
    .select(['userid', 'data'])
    .where('corp_id', '=', writing.corpId)
    .where('chat_id', '=', chat_id)
    .where('left_at', 'is', null)
    .where('read_at', '<', writing.readAt)
    .compile()
  const present = new Set(member_list.map(({ userid }) => userid))
  // WeCom returns all people of a group chat. So a stored person whom the answer does not contain has left.
  const left = (await connection.execute(query)).rows.filter(({ userid }) => !present.has(userid))
  for (const { userid } of left) {
    const key = { corp_id: writing.corpId, chat_id, userid }
    await connection.change('group_members', key, { left_at: writing.readAt, read_at: writing.readAt })
  }
  const changes = left.map(({ userid, data }) => ({
    kind: 'group_members.ended',
    keys: { chat_id, userid },
    before: data,
  }))
  await addChanges(connection, writing, changes)
}

/**
 * Clears the way in which people left the group chat if they have joined it again since.
 *
 * @param returned - people whom the tables contained as having left. If the event about their departure had no time,
 *   only this shows that they have joined again.
 */
async function clearFacts(
  connection: Connection,
  build: Kysely<Schema>,
  chat_id: string,
  returned: readonly string[],
  { corpId }: Writing,
): Promise<void> {
  const query = build
    .updateTable('wecom_group_members')
    .set({ quit_scene: null, quit_at: null })
    .where('corp_id', '=', corpId)
    .where('chat_id', '=', chat_id)
    .where('left_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('quit_at', '<', eb.ref('joined_at')),
        ...(returned.length > 0 ? [eb.and([eb('quit_at', 'is', null), eb('userid', 'in', returned)])] : []),
      ]),
    )
    .compile()
  await connection.execute(query)
}

function toMemberRow(chat_id: string, member: GroupChatMember, { corpId, readAt }: Writing): HashedRow {
  return {
    corp_id: corpId,
    chat_id,
    userid: member.userid,
    type: cleanInt(member.type),
    joined_at: fromSeconds(member.join_time),
    join_scene: cleanInt(member.join_scene),
    state: textOrNull(member.state),
    left_at: null,
    ...toContent(member),
    read_at: readAt,
  }
}
