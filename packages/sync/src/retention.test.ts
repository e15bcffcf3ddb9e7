import { createCallbackHandler } from '@wecom/callback'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { modelOf, tablesOf } from './fixtures/model.ts'
import { createWorld } from './fixtures/world.ts'
import { createSync } from './openSync.ts'

test('default: a run deletes events and changes that are kept no longer, and none that waits for its handler', async () => {
  const world = await createWorld()
  const { corp, database, client, time, value } = world
  const day = 86_400_000
  const retention = { inboxMs: 2 * day, changesMs: 3 * day }
  const sync = await createSync(database, { client, corpId: corp.corpId, retention }, time)
  await sync.run()
  const changes = Number(await value('select count(*) from wecom_changes'))
  expect(changes).toBeGreaterThan(60)
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const tell = async (): Promise<void> => {
    corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
    expect(await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  }
  await tell()
  await sync.drain()
  // This one is stored, and no drain comes.
  await tell()
  corp.clock.advance(2 * day - 1)
  await sync.run()
  expect(await value('select count(*) from wecom_inbox')).toBe(2)
  corp.clock.advance(2)
  await sync.run()
  expect(await value('select count(*) from wecom_inbox')).toBe(1)
  expect(await value("select count(*) from wecom_inbox where status = 'new'")).toBe(1)
  expect(Number(await value('select count(*) from wecom_changes'))).toBeGreaterThan(changes)

  corp.clock.advance(day)
  await sync.run()
  expect(Number(await value('select count(*) from wecom_changes'))).toBeLessThan(10)
  await sync.close()
})

test('behavior: forget deletes the events that name a customer, and no others', async () => {
  const world = await createWorld()
  const { sync, corp, rows } = world
  await sync.run()
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  const added: string[] = []
  for (const name of ['甲', '乙']) {
    corp.people.customerAddsMember({ userid: 'lina', name })
    const event = corp.events.list().at(-1) ?? expect.fail()
    added.push((event as { ExternalUserID?: string }).ExternalUserID ?? '')
    expect(await deliver(world, handle, event)).toBe(200)
  }
  const named = async (): Promise<string[]> =>
    (await rows('select message from wecom_inbox')).map(({ message }) =>
      String(added.findIndex((id) => String(message).includes(id))),
    )
  expect((await named()).toSorted()).toEqual(['0', '1'])
  await sync.forget(added[0] ?? '')

  expect(await named()).toEqual(['1'])
  expect(await rows('select item from wecom_dirty')).toEqual([{ item: added[1] }])
  await sync.close()
})

test('behavior: forget takes a customer out of what a run has seen, and the run goes on knowing the others', async () => {
  const controller = new AbortController()
  let pages = 0
  const { sync, corp, database, rows, value } = await createWorld({
    state: { generate: { members: 1, customers: 12 } },
    pageSize: 6,
    intercept: (path) => {
      if (path.endsWith('batch/get_by_user') && ++pages === 2) controller.abort()
    },
  })
  expect(await sync.run({ signal: controller.signal, concurrency: 1 })).toMatchObject({ complete: false })
  const [seen] = await rows('select items from wecom_seen')
  const [forgotten, ...others] = JSON.parse(String(seen?.['items'])) as string[]
  expect(others).toHaveLength(5)
  await sync.forget(forgotten ?? '')

  expect(await rows('select items from wecom_seen')).toEqual([{ items: JSON.stringify(['', ...others]) }])
  expect(await sync.run({ concurrency: 1 })).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_follows')).toBe(11)
  corp.clock.advance({ hours: 1 })
  await sync.run()
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})
