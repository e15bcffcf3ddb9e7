import { expect, test } from 'vitest'
import { createWorld } from '../fixtures/world.ts'
import { tablesOf, modelOf } from '../fixtures/model.ts'

test('default: a first run brings the whole corp into the tables', async () => {
  const { sync, corp, database, value } = await createWorld({ pageSize: 7 })
  const report = await sync.run()

  expect(report.gaps).toEqual([])
  expect(report).toMatchObject({ ok: true, complete: true })
  expect(await value('select count(*) from wecom_follows')).toBeGreaterThan(30)
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
})
