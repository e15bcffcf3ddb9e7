import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMomentStrategyRange, type ListMomentStrategyRangeResult } from './listMomentStrategyRange.ts'

const result: ListMomentStrategyRangeResult = {
  range: [
    { type: 1, userid: 'chenjie' },
    { type: 2, partyid: 12 },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listMomentStrategyRange(client, { strategy_id: 42, cursor: 'page-1', limit: 2 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/get_range',
      query: {},
      token: 'test-token',
      body: { strategy_id: 42, cursor: 'page-1', limit: 2 },
    },
  ])
})

test('behavior: kinds added later come through', async () => {
  const later = { range: [{ type: 3, tagid: 5 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listMomentStrategyRange(client, { strategy_id: 42, cursor: undefined })).toEqual(later)
})

test('error: a limit out of range is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMomentStrategyRange(client, { strategy_id: 42, limit: 0 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMomentStrategyRange failed: limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/get_range
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})
