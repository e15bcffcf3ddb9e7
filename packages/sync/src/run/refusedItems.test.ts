import { createContactWay, deleteContactWay } from '@wecom/contact-way'
import { expect, test } from 'vitest'
import { modelOf } from '../fixtures/model.ts'
import { createWorld, type World } from '../fixtures/world.ts'
import type { Report } from './progress.ts'

const getChat = 'externalcontact/groupchat/get'
const listChats = 'externalcontact/groupchat/list'
const getWay = 'externalcontact/get_contact_way'
const liveChats = 'select count(*) from wecom_group_chats where dismissed_at is null'
const liveWays = 'select count(*) from wecom_contact_ways where deleted_at is null'

const gapsOf = ({ gaps }: Report): string[] =>
  gaps.map(({ resource, item, kind, errcode }) => `${resource} ${item} ${kind} ${String(errcode)}`)

/**
 * Creates a fake corp with group chats and contact ways, and a sync for it. After `refuse(id)`, calls for the group
 * chat or contact way with this id fail with `errcode`. With `hides`, WeCom's list of group chats also omits this id.
 */
async function createRefusing(errcode: number) {
  let refused: string | undefined
  let hides = false
  const world: World = await createWorld({
    intercept: async (path, { chat_id, config_id }, answerNow) => {
      if ((path === getChat && chat_id === refused) || (path === getWay && config_id === refused)) {
        return { errcode, errmsg: 'refused' }
      }
      if (path !== listChats || !hides) return undefined
      const answer = (await answerNow()) as { group_chat_list: { chat_id: string }[] }
      return { ...answer, group_chat_list: answer.group_chat_list.filter((chat) => chat.chat_id !== refused) }
    },
  })
  const { corp, client } = world
  for (let index = 0; index < 10; index++) corp.people.memberOpensGroup({ userid: 'lina', name: `群${index}` })
  for (let index = 0; index < 10; index++) {
    await createContactWay(client, { type: 1, scene: 2, user: ['lina'], state: `channel${index}` })
  }
  return {
    ...world,
    refuse: (id: string, options: { readonly hides?: boolean } = {}): void => {
      refused = id
      hides = options.hides ?? false
    },
  }
}

test('behavior: a group chat and a contact way that WeCom refuses are gaps of their own', async () => {
  const { sync, corp, refuse, value } = await createRefusing(60011)
  const chats = modelOf(corp).chats.length
  const { chat_id = '' } = corp.state().group_chats.at(-1) ?? {}
  refuse(chat_id)
  const report = await sync.run()
  expect(report.ok).toBe(true)
  expect(gapsOf(report)).toEqual([`group_chats ${chat_id} denied 60011`])
  expect(await value(liveChats)).toBe(chats - 1)

  const { config_id = '' } = corp.state().contact_ways.at(-1) ?? {}
  refuse(config_id)
  corp.clock.advance({ days: 1 })
  expect(gapsOf(await sync.run())).toEqual([`contact_ways ${config_id} denied 60011`])
  expect(await value(liveChats)).toBe(chats)
  expect(await value(liveWays)).toBe(modelOf(corp).ways.length)
})

test('behavior: a group chat that WeCom refuses does not keep others from ending', async () => {
  const { sync, corp, refuse, value } = await createRefusing(60011)
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  corp.clock.advance({ days: 1 })
  const ids = corp
    .state()
    .group_chats.filter(({ owner }) => owner === 'lina')
    .map(({ chat_id }) => chat_id)
    .toSorted()
  const before = Number(await value(liveChats))
  const [moved = '', ...others] = ids
  refuse(moved, { hides: true })
  for (const chat_id of others.slice(0, 5)) corp.people.groupDismissed({ chat_id })
  const report = await sync.run()

  expect(gapsOf(report)).toEqual([`group_chats ${moved} denied 60011`])
  expect(await value(liveChats)).toBe(before - 5)
})

test('behavior: a contact way that WeCom refuses does not keep others from ending', async () => {
  const { sync, corp, client, refuse, value } = await createRefusing(40058)
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  corp.clock.advance({ days: 1 })
  const ids = corp.state().contact_ways.map(({ config_id }) => config_id)
  const before = Number(await value(liveWays))
  const [bad = '', second = ''] = ids.toSorted()
  refuse(bad)
  // Both are in no page of the list. WeCom answers the call for the first one with an error, though it is deleted.
  for (const config_id of [bad, second]) await deleteContactWay(client, { config_id })
  const report = await sync.run()

  expect(report.ok).toBe(false)
  expect(gapsOf(report)).toEqual([`contact_ways ${bad} failed 40058`])
  expect(await value(liveWays)).toBe(before - 1)
})

test('behavior: an errcode for the whole app ends the part of the run, without a call for each item', async () => {
  const { sync, corp } = await createRefusing(60011)
  corp.faults.add({ kind: 'errcode', errcode: 48002, endpoint: 'getGroupChat', times: 'always' })
  const report = await sync.run({ concurrency: 1 })

  expect(gapsOf(report)).toContain('group_chats lina denied 48002')
  expect(corp.journal.list('getGroupChat')).toHaveLength(report.gaps.length)
})

test('error: a fatal errcode for a group chat ends the run', async () => {
  const { sync, corp, refuse, value } = await createRefusing(60020)
  refuse(corp.state().group_chats[0]?.chat_id ?? '')

  await expect(sync.run({ concurrency: 1 })).rejects.toMatchObject({ errcode: 60020 })
  expect(await value('select count(*) from wecom_gaps')).toBe(0)
})

/** Creates a fake corp whose pages of customers are empty, and whose lists of one member's customers are refused. */
async function createUnlisted(errcode: number): Promise<World> {
  let isRefused = false
  const world = await createWorld({
    state: { generate: { members: 64, customers: 640 } },
    intercept: (path) => {
      if (!isRefused) return undefined
      if (path.endsWith('batch/get_by_user')) return { errcode: 0, errmsg: 'ok', external_contact_list: [] }
      return path === 'externalcontact/list' ? { errcode, errmsg: 'refused' } : undefined
    },
  })
  expect(await world.sync.run()).toMatchObject({ ok: true, gaps: [] })
  world.corp.clock.advance({ days: 1 })
  isRefused = true
  return world
}

test('error: a fatal errcode for the customers of a member ends the run', async () => {
  const { sync, value } = await createUnlisted(60020)

  await expect(sync.run({ concurrency: 1 })).rejects.toMatchObject({ errcode: 60020 })
  expect(await value('select count(*) from wecom_gaps')).toBe(0)
})

test.for([1, 4])(
  'behavior: while WeCom refuses too many calls, a run that reads %d parts at a time waits long only once',
  async (concurrency) => {
    const { sync, corp, value } = await createUnlisted(45009)
    const live = 'select count(*) from wecom_follows where ended_at is null'
    const before = await value(live)
    const beganAt = corp.clock.now()
    const report = await sync.run({ concurrency })

    expect(gapsOf(report)).toContain('customers member1 failed 45009')
    // Two members in each of 32 parts.
    expect(report.gaps).toHaveLength(64)
    expect(corp.clock.now() - beganAt).toBeGreaterThan(60 * 60_000)
    expect(corp.clock.now() - beganAt).toBeLessThan(120 * 60_000)
    expect(await value(live)).toBe(before)
  },
)
