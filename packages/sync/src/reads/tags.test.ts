import { createCallbackHandler } from '@wecom/callback'
import { listCorpTags } from '@wecom/tags'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, openWorld } from '../fixtures/world.ts'
import { markDirty } from './dirty.ts'

const noTags = { errcode: 0, errmsg: 'ok', tag_group: [] }

test('behavior: one empty tag list is suspicious, and deletes neither tags nor their assignments', async () => {
  let isEmpty = false
  const { sync, corp, database, value } = await createWorld({
    intercept: (path) => (isEmpty && path.endsWith('get_corp_tag_list') ? noTags : undefined),
  })
  await sync.run()
  const assigned = await value('select count(*) from wecom_follow_tags')
  expect(assigned).toBeGreaterThan(20)
  isEmpty = true
  corp.clock.advance({ days: 1 })
  const { ok, gaps } = await sync.run()

  expect(ok).toBe(false)
  expect(gaps).toMatchObject([{ resource: 'tags', item: '*', kind: 'suspicious' }])
  expect(await value('select count(*) from wecom_follow_tags')).toBe(assigned)
  isEmpty = false
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test.for([
  ['keeps the gap', false],
  ['keeps the gap of an earlier run that was found again', true],
] as const)('behavior: a run whose tag list is older than an empty one %s', async ([, isKnown]) => {
  let isHeld = false
  let isEmpty = false
  const world = await createWorld({
    intercept: async (path, _params, answerNow) => {
      if (isEmpty && path.endsWith('get_corp_tag_list')) return noTags
      if (!isHeld || !path.endsWith('get_corp_tag_list')) return
      isHeld = false
      const { corp, client, database, time } = world
      const answer = await answerNow()
      corp.clock.advance({ seconds: 1 })
      const context = { client, database, corpId: corp.corpId, time }
      await database.transaction((connection) => markDirty(connection, context, 'tags', ['*']))
      const other = await openWorld(corp, {
        database,
        intercept: (one) => (one.endsWith('get_corp_tag_list') ? noTags : undefined),
      })
      expect(await other.sync.drain()).toMatchObject({ reads: 1 })
      return answer
    },
  })
  const { sync, corp, value } = world
  await sync.run()
  corp.clock.advance({ days: 1 })
  isEmpty = isKnown
  expect(await sync.run()).toMatchObject({ ok: !isKnown })
  isEmpty = false
  corp.clock.advance({ days: 1 })
  isHeld = true
  const { ok, gaps } = await sync.run({ concurrency: 1 })

  expect(isHeld).toBe(false)
  expect(ok).toBe(false)
  expect(gaps).toMatchObject([{ resource: 'tags', item: '*', kind: 'suspicious' }])
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_gaps')).toBe(0)
  await sync.close()
})

test('behavior: a stale tag list does not delete the assignments of a tag in use', async () => {
  let stale: object | undefined
  const world = await createWorld({
    intercept: (path) => (path.endsWith('get_corp_tag_list') ? stale : undefined),
  })
  const { sync, corp, client, database } = world
  await sync.run()
  const before = { errcode: 0, errmsg: 'ok', ...(await listCorpTags(client, {})) }
  corp.people.adminCreatesTags({ group_name: '新组', tag: ['新标签'] })
  const tag = corp.state().tag_groups.find(({ group_name }) => group_name === '新组')?.tags[0]?.id ?? expect.fail()
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  corp.people.memberTagsCustomer({ userid, external_userid, add_tag: [tag] })
  corp.clock.advance({ hours: 1 })
  await sync.run()
  expect(await tablesOf(database)).toEqual(modelOf(corp))

  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  corp.clock.advance({ seconds: 1 })
  corp.people.adminCreatesTags({ group_name: '更新的组', tag: ['更新的标签'] })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  stale = before
  await sync.drain({ maxMs: 60_000 })
  stale = undefined
  corp.clock.advance({ days: 1 })
  await sync.run()
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})

test('behavior: the assignments of a deleted tag do not count, and go with the next read of the relation', async () => {
  const { sync, corp, database, value } = await createWorld()
  await sync.run()
  const [tag] = corp.state().follows.find(({ tag_ids }) => tag_ids.length > 0)?.tag_ids ?? expect.fail()
  const assigned = () => value(`select count(*) from wecom_follow_tags where tag_id = '${tag}'`)
  corp.people.adminDeletesTags({ id: [tag ?? ''] })
  corp.clock.advance({ hours: 1 })
  await sync.refresh({ tags: true })

  expect(await assigned()).toBeGreaterThan(0)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.run()
  expect(await assigned()).toBe(0)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})
