import { type CallbackHandler, createCallbackHandler } from '@wecom/callback'
import { afterEach, expect, test, vi } from 'vitest'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { createWorld, type World, type WorldOptions } from '../fixtures/world.ts'
import type { InboxOptions } from './inbox.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function receiving(
  options: InboxOptions,
  worldOptions: WorldOptions = {},
): Promise<World & { readonly handle: CallbackHandler }> {
  const world = await createWorld(worldOptions)
  await world.sync.run()
  world.corp.clock.advance({ hours: 1 })
  const receiveIds = [world.corp.corpId]
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds, ...world.sync.inbox(options) })
  return { ...world, handle }
}

async function add(world: World & { readonly handle: CallbackHandler }): Promise<number> {
  world.corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  return deliver(world, world.handle, world.corp.events.list().at(-1) ?? expect.fail())
}

const oddErrors: readonly (readonly [what: string, thrown: unknown, reason: string])[] = [
  ['an object without a prototype', Object.create(null), 'an error without a message'],
  ['an error whose message is undefined', Object.assign(new Error('lost'), { message: undefined }), 'Error'],
  ['an error whose message is an object', Object.assign(new Error('lost'), { message: {} }), '[object Object]'],
  ['undefined', undefined, 'undefined'],
  ['a symbol', Symbol('lost'), 'Symbol(lost)'],
]
test.for(oddErrors)(
  'error: a handler that throws %s fails, and other events are handled',
  async ([, thrown, reason]) => {
    const edited = vi.fn<() => void>()
    const failing = vi.fn<() => void>(() => {
      throw thrown
    })
    const world = await receiving({ on: { add_external_contact: failing, edit_external_contact: edited } })
    const { sync, corp, handle, rows } = world
    await add(world)
    const [{ userid, external_userid } = expect.fail()] = corp.state().follows
    corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
    await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())

    expect(await sync.drain({ maxMs: 5_000 })).toMatchObject({ reads: 2, events: 1, failed: 1 })
    expect(edited).toHaveBeenCalledTimes(1)
    expect(await rows("select reason, attempts from wecom_inbox where status = 'new'")).toEqual([
      { reason, attempts: 1 },
    ])
    await sync.close()
  },
)

test('error: the reason is stored if the welcome handler throws an object without a prototype', async () => {
  const world = await receiving({ welcome: () => Promise.reject(Object.create(null)) })
  expect(await add(world)).toBe(500)

  expect(await world.value('select reason from wecom_inbox')).toBe('welcome: an error without a message')
  await world.sync.close()
})

test('behavior: a handler is called within a minute, even if the read of its data waits for an hour', async () => {
  const edited = vi.fn<() => void>()
  let isBlocked = false
  const world = await receiving(
    { on: { edit_external_contact: edited } },
    {
      intercept: (path) =>
        isBlocked && path === 'externalcontact/get' ? { errcode: 45009, errmsg: 'limit' } : undefined,
    },
  )
  const { sync, corp, database, handle } = world
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  const receivedAt = corp.clock.now()
  isBlocked = true
  await sync.drain({ maxMs: 1_000 })
  // The client's limiter may know that WeCom refuses these calls for an hour.
  const due_at = new Date(receivedAt + 3_600_000)
  await database.execute(database.build.updateTable('wecom_dirty').set({ due_at }).compile())
  await sync.drain({ maxMs: 61_000 })

  expect(edited).toHaveBeenCalledTimes(1)
  expect(corp.clock.now() - receivedAt).toBeLessThanOrEqual(60_000)
  await sync.close()
})

test('behavior: a process whose lease of an event expired does not change the event', async () => {
  for (const isFailing of [true, false]) {
    const world = await receiving({
      on: {
        add_external_contact: async () => {
          // This process was paused, and another one has taken over the event.
          const lease = { lease_token: 'other', leased_until: new Date(world.corp.clock.now() + 60_000) }
          await world.database.execute(world.database.build.updateTable('wecom_inbox').set(lease).compile())
          if (isFailing) throw new Error('lost')
        },
      },
    })
    await add(world)
    await world.sync.drain({ maxMs: 1_000 })

    expect(await world.rows('select status, attempts, lease_token from wecom_inbox')).toEqual([
      { status: 'new', attempts: 0, lease_token: 'other' },
    ])
    await world.sync.close()
  }
})

test('error: a handler that does not end fails after four minutes, and other events are handled', async () => {
  const edited = vi.fn<() => void>()
  const entered = Promise.withResolvers<void>()
  const late = Promise.withResolvers<never>()
  const hanging = (): Promise<never> => {
    entered.resolve()
    return late.promise
  }
  const world = await receiving({ on: { add_external_contact: hanging, edit_external_contact: edited } })
  const { sync, corp, handle, rows } = world
  await add(world)
  corp.clock.advance({ seconds: 1 })
  const [{ userid, external_userid } = expect.fail()] = corp.state().follows
  corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
  await deliver(world, handle, corp.events.list().at(-1) ?? expect.fail())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const draining = sync.drain({ maxMs: 1_000 })
  await entered.promise
  vi.advanceTimersByTime(4 * 60_000)

  expect(await draining).toMatchObject({ events: 1, failed: 1, left: 1 })
  expect(edited).toHaveBeenCalledTimes(1)
  expect(await rows("select attempts, reason from wecom_inbox where status = 'new'")).toEqual([
    { attempts: 1, reason: 'the handler did not end within 240 seconds' },
  ])
  // A failure after the time limit must not end the process.
  late.reject(new Error('lost'))
  await sync.close()
})
