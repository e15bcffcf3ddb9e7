import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listCustomerStrategyRange, type ListCustomerStrategyRangeResult } from './listCustomerStrategyRange.ts'

const result: ListCustomerStrategyRangeResult = {
  range: [
    { type: 1, userid: 'chenjie' },
    { type: 2, partyid: 12 },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listCustomerStrategyRange(client, { strategy_id: 32, cursor: 'page-1', limit: 2 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_strategy/get_range',
      query: {},
      token: 'test-token',
      body: { strategy_id: 32, cursor: 'page-1', limit: 2 },
    },
  ])
})

test('behavior: kinds added later come through', async () => {
  const later = { range: [{ type: 3, tagid: 5 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listCustomerStrategyRange(client, { strategy_id: 32 })).toEqual(later)
})

test('error: a limit out of range is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listCustomerStrategyRange(client, { strategy_id: 32, limit: 0 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listCustomerStrategyRange failed: limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_strategy/get_range
    Docs: https://developer.work.weixin.qq.com/document/path/94883]
  `)
  expect(sent).toEqual([])
})
