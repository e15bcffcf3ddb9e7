import { staticToken } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { finishOpenidMigration, type FinishOpenidMigrationParams } from './finishOpenidMigration.ts'

const token = staticToken('test-token', 'provider')

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], { token })
  const params: FinishOpenidMigrationParams = { corpid: 'ww1', agentid: 1_000_012, openid_type: [1, 3] }

  expect(await finishOpenidMigration(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/finish_openid_migration',
      query: { provider_access_token: 'test-token' },
      body: params,
    },
  ])
})

test('behavior: an app that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }], { token })

  await finishOpenidMigration(client, { corpid: 'ww1', agentid: undefined, openid_type: [3] })

  expect(sent[0]?.body).toEqual({ corpid: 'ww1', openid_type: [3] })
})

test('error: no kind of id, and an unknown one, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], { token })

  await expect(finishOpenidMigration(client, { corpid: 'ww1', openid_type: [] })).rejects.toMatchObject({
    kind: 'validation',
    issues: [{ path: 'openid_type' }],
  })
  await expect(finishOpenidMigration(client, { corpid: 'ww1', openid_type: [1, 2 as 1] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: finishOpenidMigration failed: openid_type[1]: Invalid type: Expected (1 | 3); nothing was sent

    Endpoint: POST /cgi-bin/service/finish_openid_migration
    Docs: https://developer.work.weixin.qq.com/document/path/99375]
  `)
  expect(sent).toEqual([])
})
