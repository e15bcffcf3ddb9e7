import { isApiError } from '@wecom/core'
import { getGroupChat, type GroupChat, listGroupChats } from '@wecom/groupchat'
import { type ReadGroupChat, writeGroupChats } from '../rows/groupChats.ts'
import { endRows, isSuspicious } from './endings.ts'
import { addGaps } from './gaps.ts'
import type { Resource, SliceContext } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { unseen } from './unseen.ts'

/** 客户群 of the owners in the slice: the list has ids alone, and each group is read by itself. */
export const groupChats: Resource = {
  read: async (context) => {
    const { client, slice, calls } = context
    const params = { owner_filter: { userid_list: [...slice.userids] }, cursor: slice.cursor, limit: 50 }
    const { group_chat_list, next_cursor } = await calls((options) => listGroupChats(client, params, options))
    const chats: ReadGroupChat[] = []
    const dissolved: string[] = []
    for (const { chat_id, status } of group_chat_list) {
      const group_chat = await readGroupChat(context, chat_id)
      if (group_chat) chats.push({ group_chat, status })
      else dissolved.push(chat_id)
    }
    return {
      items: group_chat_list.length,
      next: next_cursor || undefined,
      write: async (connection, writing) => {
        await writeGroupChats(connection, context.database.build, chats, writing)
        await endRows(connection, 'group_chats', keysOf(context, dissolved), slice.beganAt, writing)
        const seen = group_chat_list.map(({ chat_id }) => ({ owner: '', item: chat_id }))
        await addSeen(connection, context, slice, seen)
      },
    }
  },

  sweep: async (context) => {
    const { database, corpId, slice, time, runId } = context
    const where = { column: 'owner', values: slice.userids }
    const expected = { table: 'group_chats', key: 'chat_id', owner: '', where } as const
    const { missing, live } = await unseen(database, context, expected)
    if (isSuspicious(missing.length, live)) {
      const reason = `${missing.length} of ${live} group chats are no longer listed; none was ended`
      await database.transaction((connection) =>
        addGaps(connection, context, runId, 'group_chats', [slice.name], { kind: 'suspicious', reason }),
      )
      return
    }
    for (const chat_id of missing) {
      const writing = { corpId, source: 'run', readAt: new Date(time.now()) } as const
      const group_chat = await readGroupChat(context, chat_id)
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        if (group_chat) await writeGroupChats(connection, database.build, [{ group_chat }], writing)
        else await endRows(connection, 'group_chats', keysOf(context, [chat_id]), slice.beganAt, writing)
      })
    }
  },
}

/** The owner has dissolved the group; the id is unknown. */
const dissolvedErrcodes = [49008, 40050]

/** @returns nothing where the group was dissolved. */
async function readGroupChat(
  { client, calls }: Pick<SliceContext, 'client' | 'calls'>,
  chat_id: string,
): Promise<GroupChat | undefined> {
  try {
    return (await calls((options) => getGroupChat(client, { chat_id, need_name: 1 }, options))).group_chat
  } catch (error) {
    if (isApiError(error, ...dissolvedErrcodes)) return undefined
    throw error
  }
}

function keysOf({ corpId }: SliceContext, chatIds: readonly string[]): { corp_id: string; chat_id: string }[] {
  return chatIds.map((chat_id) => ({ corp_id: corpId, chat_id }))
}
