import { isApiError } from '@wecom/core'
import { getGroupChat, type GroupChat, type GroupChatStatus } from '@wecom/groupchat'
import type { SyncContext } from '../context.ts'
import type { Connection } from '../database/Database.ts'
import { endRows } from '../rows/endings.ts'
import { writeGroupChats } from '../rows/groupChats.ts'
import type { Writing } from '../rows/writeRows.ts'
import type { Calls } from './calls.ts'

// 49008: dismissed. 40050: unknown chat_id.
const dismissedErrcodes = [49008, 40050]

export interface FoundGroupChat {
  readonly chat_id: string
  readonly group_chat: GroupChat | undefined
  /**
   * Handover status of the group chat, from WeCom's list of group chats. Undefined if the group chat was read by its
   * id, because WeCom's answer then does not contain the status.
   */
  readonly status?: GroupChatStatus | undefined
}

/**
 * Reads a group chat from WeCom. In the result, `group_chat` is undefined if the group chat was dismissed or does not
 * exist.
 *
 * @throws {Error} WeCom returned the group chat without people. At least the owner is in a group chat, so the answer is
 *   wrong.
 */
export async function readGroupChat({ client }: SyncContext, calls: Calls, chat_id: string): Promise<FoundGroupChat> {
  try {
    const { group_chat } = await calls((options) => getGroupChat(client, { chat_id, need_name: 1 }, options))
    if (group_chat.member_list.length > 0) return { chat_id, group_chat }
    throw new Error(`WeCom returned the group chat ${chat_id} without people; its rows were not changed`)
  } catch (error) {
    if (isApiError(error, ...dismissedErrcodes)) return { chat_id, group_chat: undefined }
    throw error
  }
}

export async function writeFoundGroupChats(
  connection: Connection,
  { database, corpId }: SyncContext,
  found: readonly FoundGroupChat[],
  writing: Writing,
): Promise<void> {
  const chats = found.flatMap(({ group_chat, status }) => (group_chat ? { group_chat, status } : []))
  const dismissed = found.filter(({ group_chat }) => group_chat === undefined)
  const keys = dismissed.map(({ chat_id }) => ({ corp_id: corpId, chat_id }))
  await writeGroupChats(connection, database.build, chats, writing)
  await endRows(connection, 'group_chats', keys, writing.readAt.getTime(), writing)
}
