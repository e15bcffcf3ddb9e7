import { expect, test } from 'vitest'
import { createWorld, type World, type WorldOptions } from '../fixtures/world.ts'
import { createSync } from '../openSync.ts'
import { markDirty } from '../reads/dirty.ts'

const getCustomer = 'externalcontact/get'
const left = 'select count(*) from wecom_dirty'

interface Changed extends World {
  /** Marks the customer at this index as changed, as an event does. */
  readonly mark: (index: number) => Promise<void>
}

/** Creates a fake corp whose first full run is done. */
async function createChanged(options: WorldOptions): Promise<Changed> {
  const world = await createWorld(options)
  const { sync, client, corp, database, time } = world
  const mark = async (index: number): Promise<void> => {
    const { customers } = corp.state()
    const item = customers[index % customers.length]?.external_userid ?? expect.fail()
    const context = { client, database, corpId: corp.corpId, time }
    await database.transaction((connection) => markDirty(connection, context, 'customer', [item]))
  }
  expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
  corp.clock.advance({ days: 1 })
  return { ...world, mark }
}

const tooMany = [45009, 45033]
test.for(tooMany)(
  'behavior: while WeCom refuses calls with %d, a run leaves changed data to later reads',
  async (code) => {
    let isRefused = true
    const { sync, corp, mark, value } = await createChanged({
      intercept: (path) => (isRefused && path === getCustomer ? { errcode: code, errmsg: 'too many' } : undefined),
    })
    for (let index = 0; index < 5; index++) await mark(index)
    const beganAt = corp.clock.now()
    const pauses: (number | undefined)[] = []
    const report = await sync.run({ onProgress: ({ pausedUntil }) => pauses.push(pausedUntil) })

    expect(report).toMatchObject({ complete: true, ok: false, gapCount: 1 })
    expect(report.gaps).toMatchObject([{ resource: 'customers', kind: 'failed', errcode: code }])
    expect(corp.clock.now() - beganAt).toBeLessThan(90 * 60_000)
    expect(pauses.some((until) => until !== undefined)).toBe(true)
    expect(pauses.at(-1)).toBeUndefined()
    expect(await value(left)).toBe(5)

    isRefused = false
    corp.clock.advance({ days: 1 })
    expect(await sync.run()).toMatchObject({ ok: true, gaps: [] })
    expect(await value(left)).toBe(0)
    await sync.close()
  },
)

test('behavior: gaps of changed data stay if a later run does not reach the data', async () => {
  let errcode = -1
  const { sync, corp, mark } = await createChanged({
    intercept: (path) => (path === getCustomer ? { errcode, errmsg: 'refused' } : undefined),
  })
  for (let index = 0; index < 5; index++) await mark(index)
  const { gaps } = await sync.run()
  expect(gaps).toHaveLength(5)
  errcode = 45033
  corp.clock.advance({ days: 1 })
  const later = await sync.run()

  expect(later.gaps.map(({ item, since }) => ({ item, since }))).toEqual(
    gaps.map(({ item, since }) => ({ item, since })),
  )
  await sync.close()
})

test('behavior: a run leaves changed data to later reads if WeCom does not respond to three reads in a row', async () => {
  let reads = 0
  let responds: ((read: number) => boolean) | undefined
  const { sync, corp, mark, value } = await createChanged({
    intercept: (path) => {
      if (path !== getCustomer || !responds || responds(++reads)) return
      corp.clock.advance({ seconds: 12 })
      throw new TypeError('fetch failed')
    },
  })
  for (let index = 0; index < 9; index++) await mark(index)
  responds = (read) => read % 3 === 0
  expect(await sync.run()).toMatchObject({ complete: true, ok: false, gapCount: 6 })
  expect(reads).toBe(9)
  expect(await value(left)).toBe(6)

  responds = () => false
  corp.clock.advance({ days: 1 })
  expect(await sync.run()).toMatchObject({ complete: true, ok: false, gapCount: 6 })
  expect(reads).toBe(9 + 3)
  expect(await value(left)).toBe(6)
  await sync.close()
})

test('behavior: a run does not read a row again at once if the clock is set back', async () => {
  let behindMs = 0
  let reads = 0
  const { corp, client, database, time, mark } = await createChanged({
    intercept: (path) => {
      if (path !== getCustomer) return
      reads++
      behindMs = 30 * 60_000
      return { errcode: -1, errmsg: 'busy' }
    },
  })
  await mark(0)
  const setBack = { ...time, now: () => time.now() - behindMs }
  const sync = await createSync(database, { client, corpId: corp.corpId }, setBack)

  expect(await sync.run()).toMatchObject({ complete: true, ok: false, gapCount: 1 })
  expect(reads).toBe(1)
  await sync.close()
})

test('behavior: a run ends while data changes as fast as the run reads', async () => {
  let reads: number | undefined
  const { sync, mark, value } = await createChanged({
    callMs: 100,
    intercept: async (path) => {
      // Ends after 200 reads also without the fix.
      if (path === getCustomer && reads !== undefined && reads < 200) await mark(++reads)
    },
  })
  for (let index = 0; index < 3; index++) await mark(index)
  reads = 3
  expect(await sync.run()).toMatchObject({ complete: true, ok: true, gaps: [] })

  expect(reads).toBe(6)
  expect(await value(left)).toBe(3)
  reads = undefined
  await sync.drain()
  expect(await value(left)).toBe(0)
  await sync.close()
})
