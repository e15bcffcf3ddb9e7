import { staticToken } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { finishExternalUseridMigration } from './finishExternalUseridMigration.ts'

const token = staticToken('test-token', 'provider')

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], { token })

  expect(await finishExternalUseridMigration(client, { corpid: 'ww1' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/externalcontact/finish_external_userid_migration',
      query: { provider_access_token: 'test-token' },
      body: { corpid: 'ww1' },
    },
  ])
})

test('error: an empty corpid is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], { token })

  await expect(finishExternalUseridMigration(client, { corpid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: finishExternalUseridMigration failed: corpid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/service/externalcontact/finish_external_userid_migration
    Docs: https://developer.work.weixin.qq.com/document/path/95327]
  `)
  expect(sent).toEqual([])
})

test('error: the corp is the provider itself', async () => {
  const { client } = createTestClient([{ errcode: 610022, errmsg: 'same corp, hint: [3208]' }], { token })

  await expect(finishExternalUseridMigration(client, { corpid: 'ww1' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 610022,
  })
})
