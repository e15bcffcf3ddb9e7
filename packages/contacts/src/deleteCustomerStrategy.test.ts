import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteCustomerStrategy } from './deleteCustomerStrategy.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteCustomerStrategy(client, { strategy_id: 32 })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_strategy/del',
      query: {},
      token: 'test-token',
      body: { strategy_id: 32 },
    },
  ])
})

test('error: an id that is no integer is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteCustomerStrategy(client, { strategy_id: 3.2 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteCustomerStrategy failed: strategy_id: Invalid integer: Received 3.2; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_strategy/del
    Docs: https://developer.work.weixin.qq.com/document/path/94883]
  `)
  expect(sent).toEqual([])
})

test('error: the app may not manage rule groups', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [2614]' }])

  await expect(deleteCustomerStrategy(client, { strategy_id: 32 })).rejects.toMatchObject({
    kind: 'api',
    errcode: 48002,
  })
})
