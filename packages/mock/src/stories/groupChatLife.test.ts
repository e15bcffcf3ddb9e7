import { getContact } from '@wecom/contacts'
import { createGroupChatJoinWay, getGroupChat, transferGroupChats } from '@wecom/groupchat'
import { createMassMessage, getMassMessageResultLegacy } from '@wecom/messages'
import { listGroupChatStatsByDay } from '@wecom/stats'
import { expect, test } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'
import { textOf } from '../fixtures/textOf.ts'

test('a group: opened, filled, written to, counted, given to somebody else, dismissed', async () => {
  const { corp, client } = openStory()
  const [friend = ''] = corp.follows.ofMember('lina').map(({ external_userid }) => external_userid)
  const { events } = corp.people.memberOpensGroup({ userid: 'lina', name: '新房群', external_userid: [friend] })
  const chat_id = textOf(events, 'ChatId')

  const { config_id } = await createGroupChatJoinWay(client, { scene: 2, chat_id_list: [chat_id], state: 'lift' })
  const stranger = corp.people.customerScansJoinWay({ config_id, name: '路人' }).external_userid
  await expect(getContact(client, { external_userid: stranger })).rejects.toMatchObject({ errcode: 84061 })
  corp.people.groupMessageSent({ chat_id, from: stranger })
  corp.people.customerLeavesGroup({ chat_id, external_userid: friend })

  const { msgid } = await createMassMessage(client, {
    chat_type: 'group',
    sender: 'lina',
    chat_id_list: [chat_id],
    text: { content: '周六看房' },
  })
  corp.people.memberConfirmsMassMessage({ userid: 'lina', msgid })
  const { detail_list } = await getMassMessageResultLegacy(client, { msgid })
  expect(detail_list).toMatchObject([{ chat_id, userid: 'lina', status: 1 }])

  const day_begin_time = corp.clock.seconds()
  corp.clock.advance({ days: 1 })
  const counted = await listGroupChatStatsByDay(client, { day_begin_time, owner_filter: { userid_list: ['lina'] } })
  expect(counted.items).toMatchObject([{ data: { new_chat_cnt: 1, chat_total: 1, member_total: 2 } }])

  await transferGroupChats(client, { chat_id_list: [chat_id], new_owner: 'zhangwei' })
  const { group_chat } = await getGroupChat(client, { chat_id })
  expect([group_chat.owner, group_chat.member_list.map(({ userid }) => userid).toSorted()]).toEqual([
    'zhangwei',
    ['lina', stranger, 'zhangwei'].toSorted(),
  ])
  corp.people.groupDismissed({ chat_id })
  await expect(getGroupChat(client, { chat_id })).rejects.toMatchObject({ errcode: 49008 })
})
