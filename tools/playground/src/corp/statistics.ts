import { type Client, createClient, proxied } from '@wecom/core'
import type { FakeCorp } from '@wecom/mock'
import { getUserBehaviorData, listGroupChatStatsByDay } from '@wecom/stats'
import { proxyPrefix } from '../call/startNetwork.ts'
import { beijingDay } from './beijingTime.ts'

export interface Figure {
  readonly label: string
  readonly value: number
}

export interface Statistics {
  readonly customersByMember: readonly Figure[]
  readonly newContacts: readonly Figure[]
  readonly messages: readonly Figure[]
  readonly chats: readonly Figure[]
  readonly groupMembers: readonly Figure[]
}

const day = 24 * 3600
/** Number of days that the charts show. */
const days = 14

/** A separate client for the charts. The playground page does not show the calls of this client. */
const client: Client = createClient({ baseUrl: proxyPrefix, token: proxied(), retry: false })

/** Reads the statistics of the last 14 days for the charts, with the functions of `@wecom/stats`. */
export async function readStatistics({ members, follows, clock }: FakeCorp): Promise<Statistics> {
  const now = clock.seconds()
  const onTheJob = members.list().filter(({ resigned_at }) => resigned_at === undefined)
  const userids = onTheJob.map(({ userid }) => userid)
  const [{ behavior_data }, { items }] = await Promise.all([
    getUserBehaviorData(client, { userid: userids, start_time: now - (days - 1) * day, end_time: now }),
    listGroupChatStatsByDay(client, {
      day_begin_time: now - days * day,
      day_end_time: now - day,
      owner_filter: { userid_list: userids },
    }),
  ])
  const perDay = (figure: 'new_contact_cnt' | 'message_cnt' | 'chat_cnt'): Figure[] =>
    behavior_data.map((entry) => ({ label: beijingDay(entry.stat_time * 1000), value: entry[figure] }))
  return {
    customersByMember: onTheJob.map(({ userid, name }) => ({ label: name, value: follows.countOfMember(userid) })),
    newContacts: perDay('new_contact_cnt'),
    messages: perDay('message_cnt'),
    chats: perDay('chat_cnt'),
    groupMembers: items.map(({ stat_time, data }) => ({
      label: beijingDay(stat_time * 1000),
      value: data.member_total,
    })),
  }
}
