import { createCorpTags } from '@wecom/tags'
import { createCallbackHandler } from '@wecom/callback'
import { expect, test } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, type World } from '../fixtures/world.ts'
import { addGaps } from '../rows/gaps.ts'
import type { Report } from './progress.ts'

const listMembers = 'externalcontact/get_follow_user_list'
const inView = 'select count(*) from wecom_members where out_of_view_at is null'

const gapsOf = ({ gaps }: Report): string[] =>
  gaps.map(({ resource, item, kind, reason }) => `${resource} ${item} ${kind}: ${reason}`)

/**
 * Creates a fake corp and a sync for it. The returned function `night` sets the members that WeCom lists, moves the
 * clock one day ahead, and does a full run.
 */
async function createMembers(state?: { readonly generate: { readonly members: number; readonly customers: number } }) {
  let listed: readonly string[] | 'all' | 'fails' = 'all'
  const world = await createWorld({
    ...(state && { state }),
    intercept: (path) => {
      if (path !== listMembers || listed === 'all') return undefined
      if (listed === 'fails') return { errcode: -1, errmsg: 'system busy' }
      return { errcode: 0, errmsg: 'ok', follow_user: listed }
    },
  })
  const night = async (members: typeof listed, options = {}): Promise<Report> => {
    listed = members
    world.corp.clock.advance({ days: 1 })
    return world.sync.run(options)
  }
  return { ...world, night }
}

test('behavior: missing members are a gap every night until they return', async () => {
  const { corp, night, value } = await createMembers({ generate: { members: 100, customers: 100 } })
  const all = corp.state().members.map(({ userid }) => userid)
  expect(await night('all')).toMatchObject({ ok: true })
  const first = await night(all.slice(0, 30))
  const reason = '70 of 100 members left the visible range; check the visible range of the app and the licences'
  expect(gapsOf(first)).toEqual([`members * suspicious: ${reason}`])
  expect(first.ok).toBe(false)
  expect(await value(inView)).toBe(30)

  const second = await night(all.slice(0, 30))
  expect(second.gaps).toEqual(first.gaps)
  expect(gapsOf(await night('fails'))).toMatchObject([expect.stringMatching('members \\* failed')])
  expect(gapsOf(await night(all.slice(0, 20)))).toEqual([
    'members * suspicious: 80 of 100 members left the visible range; check the visible range of the app and the licences',
  ])
  // Half of them return: those who are still missing may have left.
  expect(await night(all.slice(0, 60))).toMatchObject({ ok: true, gaps: [] })
  expect(await value(inView)).toBe(60)
})

test('behavior: missing members are accepted once, for all later runs', async () => {
  const { corp, night, value } = await createMembers({ generate: { members: 100, customers: 100 } })
  const some = corp
    .state()
    .members.map(({ userid }) => userid)
    .slice(0, 30)
  await night('all')
  expect(await night(some)).toMatchObject({ ok: false })
  expect(await night(some, { acceptMissing: true })).toMatchObject({ ok: true, gaps: [] })
  expect(await night(some)).toMatchObject({ ok: true, gaps: [] })
  expect(await value(inView)).toBe(30)
})

test('behavior: an empty list of members is suspicious, also in a first run', async () => {
  const { night, value } = await createMembers()
  const reason = 'WeCom lists no members; check the visible range of the app and the licences'
  for (const members of [[], [], ['lina'], [], []]) {
    const report = await night(members)
    expect(gapsOf(report)).toEqual(members.length === 0 ? [`members * suspicious: ${reason}`] : [])
    expect(report.ok).toBe(members.length > 0)
    expect(await value(inView)).toBe(members.length)
  }
  expect(await night([], { acceptMissing: true })).toMatchObject({ ok: true, gaps: [] })
})

async function createMany(): Promise<World> {
  const world = await createWorld({ state: { generate: { members: 2, customers: 240 } } })
  const [{ userid } = expect.fail()] = world.corp.state().follows
  for (let index = 0; index < 60; index++) world.corp.people.memberOpensGroup({ userid, name: `群${index}` })
  const tag = Array.from({ length: 70 }, (_, index) => ({ name: `标签${index}` }))
  await createCorpTags(world.client, { group_name: '很多', tag })
  return world
}

function tagIds({ corp }: World): string[] {
  const { tags } = corp.state().tag_groups.find(({ group_name }) => group_name === '很多') ?? expect.fail()
  return tags.map(({ id }) => id)
}

test('behavior: acceptMissing ends relations, group chats and tags although many are missing', async () => {
  const world = await createMany()
  const { corp, database, sync } = world
  expect(await sync.run()).toMatchObject({ ok: true })
  const [{ userid } = expect.fail()] = corp.state().follows
  const own = corp.state().follows.filter((follow) => follow.userid === userid)
  for (const { external_userid } of own.slice(0, 60)) corp.people.memberDeletesCustomer({ userid, external_userid })
  for (const { chat_id } of corp.state().group_chats) corp.people.groupDismissed({ chat_id })
  corp.people.adminDeletesTags({ id: tagIds(world).slice(0, 60) })
  for (let night = 0; night < 2; night++) {
    corp.clock.advance({ days: 1 })
    const { ok, gaps } = await sync.run()
    expect(ok).toBe(false)
    expect(new Set(gaps.map(({ resource, kind }) => `${resource} ${kind}`))).toEqual(
      new Set(['customers suspicious', 'group_chats suspicious', 'tags suspicious']),
    )
  }
  corp.clock.advance({ days: 1 })
  expect(await sync.run({ acceptMissing: true })).toMatchObject({ ok: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
})

test('error: refresh refuses a list that lacks suspiciously many tags', async () => {
  const world = await createMany()
  const { corp, sync, value } = world
  await sync.run()
  const live = 'select count(*) from wecom_tags where deleted_at is null'
  const before = await value(live)
  corp.clock.advance({ hours: 1 })
  corp.people.adminDeletesTags({ id: tagIds(world).slice(0, 60) })

  await expect(sync.refresh({ tags: true })).rejects.toMatchObject({
    kind: 'suspicious',
    message: `refresh: 60 of ${String(before)} tags are no longer listed; too many at once, so none was marked as deleted; if the tags were deleted in WeCom, call run({ acceptMissing: true })`,
  })
  expect(await value(live)).toBe(before)
})

test('behavior: a read after an event leaves a gap if suspiciously many tags are missing', async () => {
  const world = await createMany()
  const { corp, sync, rows } = world
  await sync.run()
  corp.clock.advance({ hours: 1 })
  corp.people.adminDeletesTags({ id: tagIds(world).slice(0, 60) })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corp.corpId], ...sync.inbox() })
  expect(await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  await sync.drain({ maxMs: 60_000 })

  expect(await rows('select resource, item, kind, run_id from wecom_gaps')).toEqual([
    { resource: 'tags', item: '*', kind: 'suspicious', run_id: null },
  ])
})

test('behavior: a gap after an event does not hide the gap of a run', async () => {
  const { corp, client, database, sync, time, value } = await createWorld({
    intercept: (path) => (path === listMembers ? { errcode: -1, errmsg: 'system busy' } : undefined),
  })
  const { runId } = await sync.run()
  const context = { client, database, corpId: corp.corpId, time }
  const gap = { kind: 'denied', reason: 'not in the visible range' } as const
  await database.transaction((connection) => addGaps(connection, context, null, 'members', ['*'], gap))

  expect(await value("select run_id from wecom_gaps where resource = 'members'")).toBe(runId)
})

test('behavior: acceptMissing also ends relations that an earlier call of the same run found suspicious', async () => {
  let isEmpty = false
  let lists = 0
  const controller = new AbortController()
  const { sync, corp, value } = await createWorld({
    state: { generate: { members: 33, customers: 4000 } },
    intercept: (path) => {
      if (!isEmpty) return undefined
      if (path.endsWith('batch/get_by_user')) return { errcode: 0, errmsg: 'ok', external_contact_list: [] }
      if (!path.endsWith('externalcontact/list')) return undefined
      if (++lists === 2) controller.abort()
      return { errcode: 0, errmsg: 'ok', external_userid: [] }
    },
  })
  await sync.run()
  isEmpty = true
  corp.clock.advance({ days: 1 })
  const first = await sync.run({ concurrency: 1, signal: controller.signal })
  expect(first).toMatchObject({ complete: false, gaps: [{ resource: 'customers', kind: 'suspicious' }] })

  const accepted = await sync.run({ concurrency: 1, acceptMissing: true })
  expect(accepted).toMatchObject({ runId: first.runId, ok: true, gaps: [] })
  expect(await value('select count(*) from wecom_follows where ended_at is null')).toBe(0)
})
