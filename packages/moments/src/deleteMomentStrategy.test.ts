import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteMomentStrategy } from './deleteMomentStrategy.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteMomentStrategy(client, { strategy_id: 42 })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/del',
      query: {},
      token: 'test-token',
      body: { strategy_id: 42 },
    },
  ])
})

test('error: an id that is no integer is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteMomentStrategy(client, { strategy_id: 4.2 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteMomentStrategy failed: strategy_id: Invalid integer: Received 4.2; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/del
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})

test('error: the app may not manage rule groups', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3108]' }])

  await expect(deleteMomentStrategy(client, { strategy_id: 42 })).rejects.toMatchObject({
    kind: 'api',
    errcode: 48002,
  })
})
