import { convertGroupChatExternalUseridsEndpoint, getGroupChatEndpoint, listGroupChatsEndpoint } from '@wecom/groupchat'
import {
  getUserBehaviorDataEndpoint,
  listGroupChatStatsByDayEndpoint,
  listGroupChatStatsByOwnerEndpoint,
} from '@wecom/stats'
import { pick, pickIds } from '../pick.ts'
import { addAll } from './Found.ts'
import { type Step, limit, step } from './Step.ts'

const day = 24 * 60 * 60

export const groupChatSteps: readonly Step[] = [
  step(listGroupChatsEndpoint, {
    needs: 'a member',
    // Names owners, because WeCom refuses the list without owners for some corps.
    calls: ({ members }) =>
      members.size > 0 ? [{ owner_filter: { userid_list: [...members].slice(0, 100) }, limit }] : [],
    learn: ({ groupChats }, answer) => addAll(groupChats, pickIds(answer, 'group_chat_list[].chat_id')),
  }),
  step(getGroupChatEndpoint, {
    needs: 'a group chat',
    calls: ({ groupChats }) => [...groupChats].map((chat_id) => ({ chat_id, need_name: 1 })),
    learn: ({ groupChatCustomers }, answer, { chat_id }) => {
      const customers = pick(answer, 'group_chat.member_list[]').filter((member) => pick(member, 'type')[0] === 2)
      const external_userid_list = customers.flatMap((customer) => pickIds(customer, 'userid')).slice(0, limit)
      if (external_userid_list.length > 0) groupChatCustomers.push({ chat_id, external_userid_list })
    },
  }),
  step(convertGroupChatExternalUseridsEndpoint, {
    needs: 'a group chat with customers',
    calls: ({ groupChatCustomers }) => groupChatCustomers,
  }),
  step(getUserBehaviorDataEndpoint, {
    needs: 'a member',
    calls: ({ members, now }) => [...members].map((userid) => ({ userid: [userid], ...lastWeek(now) })),
  }),
  step(listGroupChatStatsByOwnerEndpoint, {
    needs: 'a member',
    calls: ({ members, now }) => {
      const { start_time, end_time } = lastWeek(now)
      const owner_filter = { userid_list: [...members].slice(0, 100) }
      return members.size > 0 ? [{ day_begin_time: start_time, day_end_time: end_time, owner_filter, limit }] : []
    },
  }),
  step(listGroupChatStatsByDayEndpoint, {
    needs: 'a member',
    calls: ({ members, now }) => {
      const { start_time, end_time } = lastWeek(now)
      const owner_filter = { userid_list: [...members].slice(0, 100) }
      return members.size > 0 ? [{ day_begin_time: start_time, day_end_time: end_time, owner_filter }] : []
    },
  }),
]

function lastWeek(now: number): { start_time: number; end_time: number } {
  // WeCom has no statistics for today.
  return { start_time: now - 8 * day, end_time: now - day }
}
