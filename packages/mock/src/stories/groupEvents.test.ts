import { getContact } from '@wecom/contacts'
import { type Client, corpToken, createClient, paginateItems } from '@wecom/core'
import {
  createGroupChatJoinWay,
  getGroupChat,
  getGroupChatJoinWay,
  partitionGroupChatTransfers,
  toGroupChatJoinWayParams,
  transferResignedGroupChats,
  updateGroupChatJoinWay,
  iterateGroupChats,
} from '@wecom/groupchat'
import { getUserBehaviorData, listGroupChatStatsByDay, listGroupChatStatsByOwnerEndpoint } from '@wecom/stats'
import { createCorpTags, deleteCorpTags, listCorpTags, markCustomerTags } from '@wecom/tags'
import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { groupCorp } from '../fixtures/groupCorp.ts'
import { smallCorpTime } from '../fixtures/smallCorp.ts'

// Stories about tags, group chats and statistics. The client of the SDK calls the fake corp through its `fetch`.

const corp = createFakeCorp({ state: groupCorp(), pageSize: 1 })

beforeEach(() => corp.reset())

function connect(): Client {
  return createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'secret-all' }),
    fetch: corp.fetch,
    strict: true,
    retry: { minDelay: 1, maxDelay: 2 },
  })
}

test('a tag from its making to its end, with a lost answer on the way', async () => {
  const client = connect()
  corp.faults.add({ kind: 'lost-answer', endpoint: 'createCorpTags' })
  const wanted = { group_name: '来源', tag: [{ name: '展会' }] }
  await expect(createCorpTags(client, wanted)).rejects.toMatchObject({ ambiguous: true })

  const { tag_group } = await listCorpTags(client)
  const createdGroup = tag_group.find(({ group_name }) => group_name === '来源')
  const [tag] = createdGroup?.tag ?? []
  if (!createdGroup || !tag) throw new Error('the tag was not created')
  await expect(createCorpTags(client, wanted)).rejects.toMatchObject({ errcode: 40071 })

  await markCustomerTags(client, { userid: 'anna', external_userid: 'wm2', add_tag: [tag.id] })
  expect((await getContact(client, { external_userid: 'wm2' })).follow_user).toMatchObject([
    { userid: 'anna', tags: [{ group_name: '来源', tag_name: '展会', tag_id: tag.id, type: 1 }] },
  ])
  await deleteCorpTags(client, { group_id: [createdGroup.group_id] })
  expect((await getContact(client, { external_userid: 'wm2' })).follow_user[0]?.tags).toBeUndefined()
})

test('customers join a group by a poster, its owner leaves, and a member inherits it', async () => {
  const client = connect()
  const { config_id } = await createGroupChatJoinWay(client, { scene: 2, chat_id_list: ['wrAnna'], state: 'poster' })
  const { join_way } = await getGroupChatJoinWay(client, { config_id })
  await updateGroupChatJoinWay(client, { ...toGroupChatJoinWayParams(join_way), remark: '门口' })
  const { external_userid, events } = corp.people.customerScansJoinWay({ config_id, name: '路人' })

  const { group_chat } = await getGroupChat(client, { chat_id: 'wrAnna', need_name: 1 })
  expect(group_chat.member_version).toBe(events[0]?.['CurMemVer'])
  expect(group_chat.member_list.at(-1)).toMatchObject({ userid: external_userid, name: '路人', state: 'poster' })

  corp.people.memberLeaves({ userid: 'anna' })
  const params = { chat_id_list: ['wrAnna', 'wrDora'], new_owner: 'ben' }
  const { succeeded, failed } = partitionGroupChatTransfers(await transferResignedGroupChats(client, params), params)
  expect([succeeded, failed]).toMatchObject([['wrAnna'], [{ chat_id: 'wrDora', errcode: 90500 }]])

  const walked = []
  for await (const { group_chat: each, status } of iterateGroupChats(client)) walked.push([each.owner, status])
  expect(walked).toEqual([
    ['ben', 3],
    ['dora', 0],
  ])
})

test('the statistics of the day after count everything', async () => {
  const client = connect()
  const pair = { userid: 'dora', external_userid: 'wm1' }
  corp.people.customerWritesToMember(pair)
  corp.clock.advance({ minutes: 3 })
  corp.people.memberWritesToCustomer(pair)
  corp.people.groupMessageSent({ chat_id: 'wrDora', from: 'wm1' })
  corp.clock.advance({ days: 1 })

  const { behavior_data } = await getUserBehaviorData(client, {
    userid: ['dora'],
    start_time: smallCorpTime,
    end_time: smallCorpTime,
  })
  expect(behavior_data).toMatchObject([{ chat_cnt: 1, reply_percentage: 100, avg_reply_time: 3 }])
  const params = { day_begin_time: smallCorpTime, owner_filter: { userid_list: ['anna', 'dora'] } }
  expect(await listGroupChatStatsByDay(client, params)).toMatchObject({
    items: [{ data: { chat_total: 2, msg_total: 1 } }],
  })
  const owners = []
  const pages = paginateItems(client, listGroupChatStatsByOwnerEndpoint, { ...params, order_by: 4, limit: 1 })
  for await (const { owner, data } of pages) owners.push([owner, data.member_total])
  expect(owners).toEqual([
    ['anna', 4],
    ['dora', 2],
  ])
})
