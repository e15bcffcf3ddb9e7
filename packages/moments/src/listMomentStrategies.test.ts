import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMomentStrategies, type ListMomentStrategiesResult } from './listMomentStrategies.ts'

const result: ListMomentStrategiesResult = {
  strategy: [{ strategy_id: 41 }, { strategy_id: 42 }],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listMomentStrategies(client, { cursor: 'page-1', limit: 2 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/list',
      query: {},
      token: 'test-token',
      body: { cursor: 'page-1', limit: 2 },
    },
  ])
})

test('behavior: the first page needs no parameters, the last has no cursor', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', strategy: [] }])

  expect(await listMomentStrategies(client)).toEqual({ strategy: [] })
  expect(sent[0]?.body).toEqual({})
})

test('error: a limit above 1000 is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMomentStrategies(client, { limit: 1001 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMomentStrategies failed: limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/list
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})
