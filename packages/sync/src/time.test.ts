import { expect, test } from 'vitest'
import { createWorld } from './fixtures/world.ts'
import { openDatabase } from './database/open.ts'
import { createSync } from './openSync.ts'
import { databaseTime } from './time.ts'
import { createClient } from '@wecom/core'

test('default: time is that of the database, as it was measured last', async () => {
  const database = await openDatabase('sqlite::memory:')
  let offset = 3_600_000
  const time = databaseTime({ ...database, clockOffset: async () => offset })
  const ahead = () => Math.round((time.now() - Date.now()) / 1000)
  expect(ahead()).toBe(0)
  await time.measure()
  expect(ahead()).toBe(3600)
  offset = -60_000
  expect(ahead()).toBe(3600)
  await time.measure()

  expect(ahead()).toBe(-60)
  await database.close()
})

test('behavior: the clock is measured before each lease', async () => {
  const { corp, database, sync, time } = await createWorld()
  let measured = 0
  const client = createClient({ token: corp.token, fetch: corp.fetch })
  const measuring = { ...time, measure: async () => void measured++ }
  const second = await createSync(database, { client, corpId: corp.corpId }, measuring)
  expect(measured).toBe(1)
  await second.run({ concurrency: 1 })
  const { n: slices } = (
    await database.execute(
      database.build
        .selectFrom('wecom_slices')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .compile(),
    )
  ).rows[0] ?? { n: 0 }

  expect(slices).toBeGreaterThan(5)
  expect(measured).toBeGreaterThan(slices)
  await sync.close()
})
