import { expect, onTestFinished, test, vi } from 'vitest'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, type World } from '../fixtures/world.ts'
import { toMs } from '../rows/clean.ts'

const chat = 'externalcontact/groupchat/get'

function openChats({ corp }: World, count: number): void {
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  for (let index = 0; index < count; index++) {
    corp.people.memberOpensGroup({ userid, name: `群${index}`, external_userid: [external_userid] })
  }
}

async function pass({ corp }: World, seconds: number): Promise<void> {
  corp.clock.advance({ seconds })
  vi.advanceTimersByTime(seconds * 1000)
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function useFakeInterval(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
}

test('behavior: a worker keeps its lease while it reads a page of 50 group chats', async () => {
  const leftMs: number[] = []
  const world = await createWorld({
    state: { generate: { members: 1, customers: 3 } },
    callMs: 2_000,
    intercept: async (path) => {
      if (path !== chat) return
      const until = await world.value("select leased_until from wecom_slices where resource = 'group_chats'")
      leftMs.push(toMs(String(until)) - world.corp.clock.now())
    },
  })
  openChats(world, 50)
  const { sync, corp, database } = world
  const report = await sync.run({ concurrency: 1 })

  expect(leftMs).toHaveLength(50)
  expect(corp.journal.list('listGroupChats')).toHaveLength(1)
  expect(Math.min(...leftMs)).toBeGreaterThan(30_000)
  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a process does not take a slice that it is reading itself', async () => {
  let isSlow = true
  const world = await createWorld({
    state: { generate: { members: 1, customers: 3 } },
    intercept: async (path) => {
      if (path !== chat || !isSlow) return
      isSlow = false
      world.corp.clock.advance({ minutes: 5 })
      // The other parts of the process look for work meanwhile.
      for (let turn = 0; turn < 300; turn++) await new Promise((resolve) => setImmediate(resolve))
    },
  })
  openChats(world, 3)
  const { sync, corp, database } = world
  const report = await sync.run()

  expect(isSlow).toBe(false)
  expect(corp.journal.list('listGroupChats')).toHaveLength(1)
  expect(corp.journal.list('getGroupChat')).toHaveLength(3)
  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a worker keeps its lease during a call of two minutes', async () => {
  useFakeInterval()
  const leftMs: number[] = []
  const world = await createWorld({
    state: { generate: { members: 1, customers: 3 } },
    intercept: async (path) => {
      if (path !== chat) return
      for (let step = 0; step < 6; step++) await pass(world, 20)
      const until = await world.value("select leased_until from wecom_slices where resource = 'group_chats'")
      leftMs.push(toMs(String(until)) - world.corp.clock.now())
    },
  })
  openChats(world, 1)
  const { sync, corp, database } = world
  const report = await sync.run({ concurrency: 1 })

  expect(leftMs).toEqual([60_000])
  expect(vi.getTimerCount()).toBe(0)
  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a worker that has lost its lease does not wait for its call', async () => {
  useFakeInterval()
  let isTaken = false
  const world = await createWorld({
    state: { generate: { members: 1, customers: 3 } },
    intercept: async (path) => {
      if (path !== chat || isTaken) return
      isTaken = true
      const { build } = world.database
      const taken = build
        .updateTable('wecom_slices')
        .set({ lease_token: 'other' })
        .where('resource', '=', 'group_chats')
      await world.database.execute(taken.compile())
      void pass(world, 20)
      await new Promise(() => {})
    },
  })
  openChats(world, 1)
  const { sync, corp, database } = world
  const report = await sync.run({ concurrency: 1 })

  expect(report).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: a call that never ends is a gap after 75 minutes, and the run continues', async () => {
  useFakeInterval()
  let hung = 0
  const world = await createWorld({
    state: { generate: { members: 1, customers: 3 } },
    intercept: (path) => {
      if (path !== 'externalcontact/groupchat/list') return
      // The client asks for a token before each call: the next call is for the first group chat.
      vi.spyOn(world.corp.token, 'get').mockImplementationOnce(async () => {
        hung++
        void (async () => {
          for (let step = 0; step <= 75 * 3; step++) await pass(world, 20)
        })()
        return new Promise(() => {})
      })
    },
  })
  openChats(world, 3)
  const report = await world.sync.run({ concurrency: 1 })

  expect(hung).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
  const reason = 'a call did not end within 75 minutes; check the token source and the limiter of the client'
  expect(report).toMatchObject({ complete: true, ok: false, read: { customers: 3 } })
  expect(report.gaps).toMatchObject([{ resource: 'group_chats', item: 'member1', kind: 'failed', reason }])
  await world.sync.close()
})
