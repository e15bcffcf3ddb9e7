import { createCallbackHandler } from '@wecom/callback'
import { transferResignedContactsEndpoint } from '@wecom/contacts'
import { expect, test } from 'vitest'
import type { Time } from './context.ts'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { modelOf, tablesOf } from './fixtures/model.ts'
import { createWorld, openWorld, type World } from './fixtures/world.ts'
import { createSync, type Sync } from './openSync.ts'
import { claimDue } from './reads/claims.ts'
import { runIfDue } from './run/run.ts'
import { corpsToDrain, corpsToRun } from './worker/findWork.ts'

const month = 30 * 24 * 60 * 60_000

function aheadOf(time: Time): Time {
  return { ...time, now: () => time.now() + month }
}

function openAhead({ corp, database, client, time }: World): Promise<Sync> {
  return createSync(database, { client, corpId: corp.corpId }, aheadOf(time))
}

test('behavior: rows that were read while the clock was ahead change again when the clock is right', async () => {
  const world = await createWorld()
  const { corp, client, database, sync, value } = world
  const ahead = await openAhead(world)
  corp.people.memberLeaves({ userid: 'zhangwei' })
  await ahead.run()
  const [first, second, third] = corp.state().follows.filter(({ userid }) => userid === 'wangfang')
  if (!first || !second || !third) expect.fail('no relations')
  const toPair = ({ userid, external_userid }: typeof first) => ({ userid, external_userid })
  corp.clock.advance({ days: 1 })
  corp.people.memberEditsRemark({ ...toPair(first), remark: '老客户' })
  corp.people.memberDeletesCustomer(toPair(second))
  corp.people.groupDismissed({ chat_id: corp.state().group_chats[0]?.chat_id ?? '' })
  const unassigned = Number(await value('select count(*) from wecom_unassigned'))
  expect(unassigned).toBeGreaterThan(0)
  const info = (await tablesOf(database)).unassigned[0]?.split('|') ?? []
  await client.request(transferResignedContactsEndpoint, {
    handover_userid: String(info[0]),
    takeover_userid: 'lina',
    external_userid: [String(info[1])],
  })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))

  corp.people.memberEditsRemark({ ...toPair(third), remark: '新客户' })
  await sync.refresh({ external_userid: third.external_userid })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
})

test('behavior: events that were stored while the clock was ahead are handled when the clock is right', async () => {
  const world = await createWorld()
  const { corp, database, sync, time, value } = world
  await sync.run()
  const stored: string[] = []
  sync.inbox({ on: { add_external_contact: ({ UserID }) => stored.push(String(UserID)) } })
  const ahead = await openAhead(world)
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...ahead.inbox() })
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  expect(await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  // A process claims the read and dies.
  expect(await claimDue({ ...world, corpId: corp.corpId, time: aheadOf(time) }, 'dirty')).toBeDefined()

  expect(await corpsToDrain(database, time.now(), true)).toEqual([corp.corpId])
  expect(await sync.drain()).toMatchObject({ reads: 1, events: 1, left: 0 })
  expect(stored).toEqual(['lina'])
  expect(await value("select count(*) from wecom_inbox where status = 'new'")).toBe(0)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
})

test('behavior: work of a process that stopped while its clock was ahead is taken over', async () => {
  const world = await createWorld()
  const { corp, database, sync, time, value } = world
  const arrived = Promise.withResolvers<void>()
  const resumed = Promise.withResolvers<void>()
  const paused = await openWorld(corp, {
    database,
    intercept: async (path) => {
      if (path !== 'externalcontact/get_follow_user_list') return
      arrived.resolve()
      await resumed.promise
    },
  })
  const pausedRun = (await openAhead(paused)).run({ concurrency: 1 })
  await arrived.promise
  expect(await value('select count(*) from wecom_slices where leased_until is not null')).toBe(1)
  expect(await corpsToRun(database, time.now(), time.now())).toEqual([corp.corpId])
  const beganAt = time.now()

  expect(await sync.run()).toMatchObject({ ok: true, complete: true, gaps: [] })
  expect(time.now() - beganAt).toBeLessThan(60_000)
  expect(await tablesOf(database)).toEqual(modelOf(corp))

  resumed.resolve()
  await pausedRun
  expect(await tablesOf(database)).toEqual(modelOf(corp))
})

test('behavior: a full run while the clock was ahead does not put off the next one', async () => {
  const world = await createWorld()
  const { corp, database, time } = world
  await (await openAhead(world)).run()
  expect(await corpsToRun(database, time.now(), time.now() - 1)).toEqual([corp.corpId])
  const context = { ...world, corpId: corp.corpId }

  expect(await runIfDue(context, {}, time.now() - 1)).toMatchObject({ ok: true })
  expect(await corpsToRun(database, time.now(), time.now() - 1)).toEqual([])
})

test('behavior: refresh and stored events measure the clock', async () => {
  const world = await createWorld()
  const { corp, database, client, time } = world
  let measured = 0
  const measuring = { ...time, measure: async () => void measured++ }
  const sync = await createSync(database, { client, corpId: corp.corpId }, measuring)
  expect(measured).toBe(1)
  await sync.refresh({ tags: true })
  expect(measured).toBe(2)
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  expect(await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  expect(measured).toBe(3)
})

test('behavior: a customer who was forgotten while the clock was ahead is written again when the clock is right', async () => {
  const world = await createWorld()
  const { corp, database, sync, value } = world
  await sync.run()
  const [{ external_userid } = expect.fail()] = corp.state().follows
  await (await openAhead(world)).forget(external_userid)
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  expect(await value('select count(*) from wecom_forgotten')).toBe(0)
})

test('behavior: forget also deletes events that were stored while the clock was ahead', async () => {
  const world = await createWorld()
  const { corp, sync, value } = world
  await sync.run()
  const ahead = await openAhead(world)
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...ahead.inbox() })
  corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  expect(await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  await sync.forget(corp.state().follows.at(-1)?.external_userid ?? '')

  expect(await value('select count(*) from wecom_inbox')).toBe(0)
})
