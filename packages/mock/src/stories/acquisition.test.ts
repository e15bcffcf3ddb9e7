import {
  createAcquisitionLink,
  getAcquisitionQuota,
  getAcquisitionStatistic,
  listAcquisitionCustomers,
} from '@wecom/acquisition'
import { getContact } from '@wecom/contacts'
import { getUserBehaviorData } from '@wecom/stats'
import { expect, test } from 'vitest'
import { openStory } from '../fixtures/openStory.ts'

test('an acquisition link: opened, used, answered, and told by every statistic', async () => {
  const { corp, client } = openStory()
  corp.people.corpBuysAcquisitionQuota({ count: 100 })
  const before = await getAcquisitionQuota(client)
  const { link } = await createAcquisitionLink(client, { link_name: '直播', range: { user_list: ['zhangwei'] } })
  const { link_id } = link
  corp.people.customerUsesAcquisitionLink({ link_id, only_opens: true })
  const came = corp.people.customerUsesAcquisitionLink({ link_id, customer_channel: 'live-7', name: '周先生' })
  corp.people.customerWritesToMember(came)
  corp.clock.advance({ minutes: 5 })
  corp.people.memberWritesToCustomer(came)

  const { follow_user } = await getContact(client, { external_userid: came.external_userid })
  expect(follow_user).toMatchObject([{ userid: 'zhangwei', add_way: 16, state: 'live-7' }])
  const { customer_list } = await listAcquisitionCustomers(client, { link_id })
  expect(customer_list).toMatchObject([{ external_userid: came.external_userid, chat_status: 1, state: 'live-7' }])
  const after = await getAcquisitionQuota(client)
  expect([after.total - before.total, before.balance - after.balance]).toEqual([1, 1])

  const today = corp.clock.seconds()
  corp.clock.advance({ days: 1 })
  const days = { start_time: today, end_time: today }
  expect(await getAcquisitionStatistic(client, { link_id, ...days })).toEqual({
    click_link_customer_cnt: 2,
    new_customer_cnt: 1,
  })
  const { behavior_data } = await getUserBehaviorData(client, { userid: ['zhangwei'], ...days })
  expect(behavior_data).toMatchObject([{ new_contact_cnt: 1, chat_cnt: 1, avg_reply_time: 5 }])
})
