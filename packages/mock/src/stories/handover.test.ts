import {
  getContact,
  listContactIds,
  listResignedContactTransferResults,
  listUnassignedContactsEndpoint,
  partitionContactTransfers,
  transferResignedContacts,
} from '@wecom/contacts'
import { paginateItems } from '@wecom/core'
import {
  getGroupChat,
  partitionGroupChatTransfers,
  transferResignedGroupChats,
  iterateGroupChats,
} from '@wecom/groupchat'
import { expect, test } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'

test('a member leaves: customers and groups go to a colleague, except a customer who refuses', async () => {
  const { corp, client } = openStory()
  const { external_userid: customers } = await listContactIds(client, { userid: 'wangfang' })
  const [stubborn = ''] = customers
  corp.people.memberLeaves({ userid: 'wangfang' })

  const waiting: string[] = []
  for await (const { handover_userid, external_userid } of paginateItems(client, listUnassignedContactsEndpoint, {})) {
    if (handover_userid === 'wangfang') waiting.push(external_userid)
  }
  expect(waiting.toSorted()).toEqual(customers.toSorted())

  const between = { handover_userid: 'wangfang', takeover_userid: 'zhangwei' }
  const { succeeded, failed } = partitionContactTransfers(
    await transferResignedContacts(client, { ...between, external_userid: waiting }),
  )
  expect(failed.map(({ external_userid }) => external_userid)).not.toContain(stubborn)
  corp.people.customerRefusesTransfer({ ...between, external_userid: stubborn })

  const owned: string[] = []
  const ofWangfang = { owner_filter: { userid_list: ['wangfang'] } }
  for await (const { group_chat } of iterateGroupChats(client, ofWangfang)) owned.push(group_chat.chat_id)
  const handover = { chat_id_list: owned, new_owner: 'zhangwei' }
  const groups = partitionGroupChatTransfers(await transferResignedGroupChats(client, handover), handover)
  expect(groups).toMatchObject({ succeeded: ['wrAAAAdemoOwners', 'wrAAAAdemoSale'], failed: [] })
  expect((await getGroupChat(client, { chat_id: 'wrAAAAdemoSale' })).group_chat.owner).toBe('zhangwei')

  corp.clock.advance({ hours: 24 })
  const { customer } = await listResignedContactTransferResults(client, between)
  const taken = customer.filter(({ status }) => status === 1).map(({ external_userid }) => external_userid)
  expect(customer.find(({ external_userid }) => external_userid === stubborn)).toMatchObject({ status: 3 })
  expect(taken.toSorted()).toEqual(succeeded.filter((id) => id !== stubborn).toSorted())
  const [someone = ''] = taken
  expect((await getContact(client, { external_userid: someone })).follow_user).toMatchObject([{ userid: 'zhangwei' }])
})
