import {
  batchGetContactsByUserEndpoint,
  getContact,
  listContactIds,
  listFollowUsers,
  listServedContactsEndpoint,
  updateContactRemark,
} from '@wecom/contacts'
import { type Client, corpToken, createClient, paginateItems } from '@wecom/core'
import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import type { CorpSize } from './generateCorp.ts'

// These tests use a small generated corp; tools/bench measures one of full size.

const size: CorpSize = { members: 120, customers: 2400 }
const corp = createFakeCorp({ state: { generate: size } })

beforeEach(() => corp.reset())

function connect(): Client {
  return createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'fake-secret' }),
    fetch: corp.fetch,
    strict: true,
  })
}

const stateOf = (seed: number) => createFakeCorp({ state: { generate: { ...size, seed } } }).state()

test('the same numbers make the same corp, another one makes another', () => {
  expect(stateOf(1)).toEqual(corp.state())
  expect(stateOf(2).customers).not.toEqual(corp.state().customers)
})

test('it is written as any other corp is, and loads as one', () => {
  expect(createFakeCorp({ state: corp.state() }).state()).toEqual(corp.state())
})

test('the smallest', () => {
  const { customers, follows } = createFakeCorp({ state: { generate: { members: 1, customers: 1 } } }).state()

  expect([customers.length, follows.length]).toEqual([1, 1])
})

test('every customer is listed by their members and by the served contacts', async () => {
  const client = connect()
  const { follow_user } = await listFollowUsers(client)
  const found = new Set<string>()
  let follows = 0
  for (const userid_list of [follow_user.slice(0, 100), follow_user.slice(100)]) {
    const pages = paginateItems(client, batchGetContactsByUserEndpoint, { userid_list, limit: 100 })
    for await (const { external_contact } of pages) {
      found.add(external_contact.external_userid)
      follows++
    }
  }
  let served = 0
  for await (const { is_customer } of paginateItems(client, listServedContactsEndpoint, {})) if (is_customer) served++

  expect([follow_user.length, found.size, follows, served]).toEqual([120, 2400, 2619, 2619])
})

test('changes stay until a reset', async () => {
  const client = connect()
  const { external_userid } = await listContactIds(client, { userid: 'member7' })
  const wanted = { external_userid: external_userid[5] ?? '' }
  const readRemark = async () =>
    (await getContact(client, wanted)).follow_user.find(({ userid }) => userid === 'member7')?.remark
  const before = await readRemark()
  await updateContactRemark(client, { ...wanted, userid: 'member7', remark: '常客', remark_mobiles: ['13800000000'] })

  expect(await readRemark()).toBe('常客')
  corp.reset()
  expect(await readRemark()).toBe(before)
  expect(before).not.toBe('常客')
})

test('refuses to write a state that is too large', () => {
  const large = createFakeCorp({ state: { generate: { members: 10, customers: 100_001 } } })

  expect(() => large.state()).toThrow('more than 100000 customers cannot be written, this corp has 100001')
})

test.for([
  [{ members: 0, customers: 1 }, 'generate.members'],
  [{ members: 1, customers: 1.5 }, 'generate.customers'],
  [{ members: 1, customers: 1e9 }, 'generate.customers'],
] as const)('%j is refused', ([generate, place]) => {
  expect(() => createFakeCorp({ state: { generate } })).toThrow(place)
})
