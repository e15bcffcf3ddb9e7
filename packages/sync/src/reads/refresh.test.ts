import { batchGetContactsByUser, updateContactRemark } from '@wecom/contacts'
import { createClient } from '@wecom/core'
import { expect, test, vi } from 'vitest'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, type World } from '../fixtures/world.ts'

function relation({ corp }: World, of = 'wangfang'): { userid: string; external_userid: string } {
  const { userid, external_userid } = corp.state().follows.find((follow) => follow.userid === of) ?? expect.fail()
  return { userid, external_userid }
}

const liveRows = ({ value }: World, external_userid: string) =>
  value(`select count(*) from wecom_follows where external_userid = '${external_userid}' and ended_at is null`)

test('default: a write of one’s own is in the tables after a refresh', async () => {
  const world = await createWorld()
  const { sync, corp, database } = world
  await sync.run()
  const pair = relation(world)
  corp.clock.advance({ minutes: 1 })
  const client = createClient({ token: corp.token, fetch: corp.fetch })
  await updateContactRemark(client, { ...pair, remark: '老客户' })
  expect(await tablesOf(database)).not.toEqual(modelOf(corp))
  await sync.refresh({ external_userid: pair.external_userid })

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: personal tags come by single reads, and pages leave them alone', async () => {
  const world = await createWorld()
  const { sync, corp, rows, value } = world
  const { userid, external_userid, personal_tags } =
    corp.state().follows.find((follow) => follow.personal_tags.length > 0) ?? expect.fail()
  const names = personal_tags.map(({ tag_name }) => tag_name)
  const where = `where userid = '${userid}' and external_userid = '${external_userid}'`
  await sync.run()
  expect(await rows(`select personal_tags from wecom_follows ${where}`)).toEqual([{ personal_tags: null }])
  corp.clock.advance({ minutes: 1 })
  await sync.refresh({ external_userid })
  expect(JSON.parse(String(await value(`select personal_tags from wecom_follows ${where}`)))).toEqual(names)
  corp.clock.advance({ days: 1 })
  corp.people.memberEditsRemark({ userid, external_userid, remark: '改过' })
  await sync.run()

  expect(await value(`select remark from wecom_follows ${where}`)).toBe('改过')
  expect(JSON.parse(String(await value(`select personal_tags from wecom_follows ${where}`)))).toEqual(names)
  await sync.close()
})

test('behavior: pages and single reads of the same content have the same hash', async () => {
  const world = await createWorld()
  const { sync, corp, value } = world
  await sync.run()
  const changes = await value('select count(*) from wecom_changes')
  corp.clock.advance({ minutes: 1 })
  const { external_userid } = corp.state().follows.find(({ tag_ids }) => tag_ids.length > 0) ?? expect.fail()
  await sync.refresh({ external_userid })
  expect(await value(`select read_at from wecom_customers where external_userid = '${external_userid}'`)).toBe(
    new Date(corp.clock.now()).toISOString(),
  )
  corp.clock.advance({ minutes: 1 })
  await sync.run()

  expect(await value('select count(*) from wecom_changes')).toBe(changes)
  await sync.close()
})

test('behavior: a relation ends when neither the detail nor the member’s list has it', async () => {
  const world = await createWorld()
  const { sync, corp, rows } = world
  await sync.run()
  const pair = relation(world)
  expect(await liveRows(world, pair.external_userid)).toBe(1)
  corp.people.memberDeletesCustomer(pair)
  corp.clock.advance({ minutes: 1 })
  await sync.refresh({ external_userid: pair.external_userid })

  expect(await liveRows(world, pair.external_userid)).toBe(0)
  expect(await rows("select source, kind from wecom_changes where kind = 'follows.ended'")).toEqual([
    { source: 'refresh', kind: 'follows.ended' },
  ])
  await sync.close()
})

test('behavior: a read that began before a full run does not bring back a relation that the run has ended', async () => {
  const mayAnswer = Promise.withResolvers<void>()
  const world = await createWorld({
    intercept: async (path, _params, answerNow) => {
      if (path !== 'externalcontact/get') return undefined
      const answer = await answerNow()
      await mayAnswer.promise
      return answer
    },
  })
  const { sync, corp } = world
  await sync.run()
  const pair = relation(world)
  corp.clock.advance({ minutes: 1 })
  const reading = sync.refresh({ external_userid: pair.external_userid })
  await vi.waitFor(() => expect(corp.journal.list('getContact')).toHaveLength(1), 20_000)
  corp.clock.advance({ minutes: 1 })
  // The event is lost.
  corp.people.memberDeletesCustomer(pair)
  await sync.run()
  expect(await liveRows(world, pair.external_userid)).toBe(0)
  mayAnswer.resolve()
  await reading

  expect(await liveRows(world, pair.external_userid)).toBe(0)
  await sync.close()
})

test('behavior: a relation stays while the member’s list has it, or says nothing', async () => {
  let listAnswer: object | undefined
  const world = await createWorld({
    intercept: (path) => {
      if (path === 'externalcontact/get') return { errcode: 84061, errmsg: 'not external contact' }
      return path === 'externalcontact/list' ? listAnswer : undefined
    },
  })
  const { sync, corp } = world
  await sync.run()
  const { external_userid } = relation(world)
  corp.clock.advance({ minutes: 1 })
  await sync.refresh({ external_userid })
  expect(corp.journal.list('listContactIds')).toHaveLength(1)
  expect(await liveRows(world, external_userid)).toBe(1)
  listAnswer = { errcode: 60011, errmsg: 'no privilege' }
  await sync.refresh({ external_userid })
  expect(await liveRows(world, external_userid)).toBe(1)
  listAnswer = { errcode: 84061, errmsg: 'not external contact' }
  await sync.refresh({ external_userid })

  expect(await liveRows(world, external_userid)).toBe(0)
  await sync.close()
})

test('behavior: a page that was read before a refresh does not undo it', async () => {
  let isMeanwhile = false
  const world = await createWorld({
    intercept: async (path, { userid_list }) => {
      if (!isMeanwhile || path !== 'externalcontact/batch/get_by_user') return undefined
      if (!Array.isArray(userid_list) || !userid_list.includes(pair.userid)) return undefined
      isMeanwhile = false
      const answer = await staleAnswer()
      corp.clock.advance({ seconds: 10 })
      corp.people.memberEditsRemark({ ...pair, remark: '最新' })
      await sync.refresh({ external_userid: pair.external_userid })
      return answer
    },
  })
  const { sync, corp, rows } = world
  const pair = relation(world, 'lina')
  const staleAnswer = async (): Promise<object> => {
    const client = createClient({ token: corp.token, fetch: corp.fetch })
    return { errcode: 0, errmsg: 'ok', ...(await batchGetContactsByUser(client, { userid_list: [pair.userid] })) }
  }
  await sync.run()
  corp.clock.advance({ hours: 1 })
  isMeanwhile = true
  await sync.run({ concurrency: 1 })

  expect(isMeanwhile).toBe(false)
  const where = `where userid = '${pair.userid}' and external_userid = '${pair.external_userid}'`
  expect(await rows(`select remark from wecom_follows ${where}`)).toEqual([{ remark: '最新' }])
  await sync.close()
})

test('default: group chats, contact ways and tags are read again one by one', async () => {
  const world = await createWorld()
  const { sync, corp, database } = world
  await sync.run()
  corp.clock.advance({ minutes: 1 })
  const chat = corp.state().group_chats.find(({ owner }) => owner === 'wangfang') ?? expect.fail()
  corp.people.groupChanges({ chat_id: chat.chat_id, name: '新名字' })
  const gone = chat.members.find(({ type }) => type === 2) ?? expect.fail()
  corp.people.customerLeavesGroup({ chat_id: chat.chat_id, external_userid: gone.userid })
  corp.people.adminRenamesTag({ id: 'etAAAAdemoImportant', name: '非常重要' })
  await sync.refresh({ chat_id: chat.chat_id })
  await sync.refresh({ tags: true })

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  const [way] = corp.state().contact_ways
  corp.journal.clear()
  await sync.refresh({ config_id: way?.config_id ?? '' })
  expect(corp.journal.list('getContactWay')).toHaveLength(1)
  await sync.close()
})

test('behavior: changes go on after the last one, and forget deletes all of a customer', async () => {
  const world = await createWorld()
  const { sync, corp, value } = world
  await sync.run()
  const all: number[] = []
  for await (const { id } of sync.changes()) all.push(id)
  expect(all.length).toBeGreaterThan(60)
  const pair = relation(world)
  corp.clock.advance({ minutes: 1 })
  corp.people.memberEditsRemark({ ...pair, remark: '老客户' })
  await sync.refresh({ external_userid: pair.external_userid })
  const later: unknown[] = []
  for await (const change of sync.changes({ after: all.at(-1) })) later.push(change)
  expect(later).toEqual([
    {
      id: expect.any(Number) as number,
      at: corp.clock.now(),
      kind: 'follows.updated',
      keys: pair,
      before: expect.objectContaining({ userid: 'wangfang' }) as object,
      by: undefined,
      source: 'refresh',
    },
  ])

  await sync.forget(pair.external_userid)
  for (const table of ['customers', 'follows', 'follow_tags', 'changes']) {
    const where = `where external_userid = '${pair.external_userid}'`
    expect(await value(`select count(*) from wecom_${table} ${where}`)).toBe(0)
    expect(await value(`select count(*) from wecom_${table}`)).toBeGreaterThan(0)
  }
  await sync.close()
})
