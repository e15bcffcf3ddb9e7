import { listGroupChats } from '@wecom/groupchat'
import { type FoundGroupChat, readGroupChat, writeFoundGroupChats } from '../reads/groupChat.ts'
import { isSuspicious } from '../rows/endings.ts'
import { addGaps, type GapReason } from '../rows/gaps.ts'
import { closeSuspicious, itemGap } from './gaps.ts'
import type { Resource } from './resources.ts'
import { addSeen, moveSlice } from './slices.ts'
import { countLive, unseen } from './unseen.ts'

export const groupChats: Resource = {
  read: async (context) => {
    const { client, slice, calls, runId } = context
    const params = { owner_filter: { userid_list: [...slice.userids] }, cursor: slice.cursor, limit: 50 }
    const { group_chat_list, next_cursor } = await calls((options) => listGroupChats(client, params, options))
    const found: FoundGroupChat[] = []
    const gaps = new Map<string, GapReason>()
    // WeCom's list contains ids only.
    for (const { chat_id, status } of group_chat_list) {
      try {
        found.push({ ...(await readGroupChat(context, calls, chat_id)), status })
      } catch (error) {
        gaps.set(chat_id, itemGap(error))
      }
    }
    return {
      items: group_chat_list.length,
      next: next_cursor || undefined,
      write: async (connection, writing) => {
        await writeFoundGroupChats(connection, context, found, writing)
        const seen = group_chat_list.map(({ chat_id }) => ({ owner: '', item: chat_id }))
        await addSeen(connection, context, slice, slice.items, seen)
        for (const [chat_id, gap] of gaps) await addGaps(connection, context, runId, 'group_chats', [chat_id], gap)
      },
    }
  },

  sweep: async (context) => {
    const { database, corpId, slice, time, runId, calls, acceptMissing } = context
    const where = { column: 'owner', values: slice.userids }
    const [missing = []] = (await unseen(database, context, { table: 'group_chats', key: 'chat_id', where })).values()
    const live = await countLive(database, context, 'group_chats', where)
    if (!acceptMissing && isSuspicious(missing.length, live)) {
      const reason = `${missing.length} of ${live} group chats of these owners are no longer listed; too many at once, so none was ended`
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        await addGaps(connection, context, runId, 'group_chats', slice.userids, { kind: 'suspicious', reason })
      })
      return
    }
    for (const chat_id of missing) {
      const writing = { corpId, source: 'run', readAt: new Date(time.now()), now: time.now } as const
      const found = await readGroupChat(context, calls, chat_id).catch(itemGap)
      await database.transaction(async (connection) => {
        await moveSlice(connection, context, slice, {})
        if ('kind' in found) await addGaps(connection, context, runId, 'group_chats', [chat_id], found)
        else await writeFoundGroupChats(connection, context, [found], writing)
      })
    }
    await database.transaction(async (connection) => {
      await moveSlice(connection, context, slice, {})
      await closeSuspicious(connection, context, runId, 'group_chats', slice.userids)
    })
  },
}
