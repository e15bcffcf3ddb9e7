import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getOpenidMigration, type GetOpenidMigrationResult } from './getOpenidMigration.ts'

const result: GetOpenidMigrationResult = {
  migration_info: [
    { openid_type: 1, status: 1 },
    { openid_type: 3, status: 0 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getOpenidMigration(client)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/corp/get_openid_migration',
      query: {},
      token: 'test-token',
      body: {},
    },
  ])
})

test('behavior: kinds and states added later come through', async () => {
  const later = { migration_info: [{ openid_type: 4, status: 2 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getOpenidMigration(client)).toEqual(later)
})
