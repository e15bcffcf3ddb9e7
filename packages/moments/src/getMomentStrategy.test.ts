import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getMomentStrategy, type GetMomentStrategyResult } from './getMomentStrategy.ts'

const result: GetMomentStrategyResult = {
  strategy: {
    strategy_id: 42,
    parent_id: 41,
    strategy_name: '门店组',
    create_time: 1_767_225_600,
    admin_list: ['chenjie', 'wangfang'],
    privilege: { view_moment_list: true, send_moment: false, manage_moment_cover_and_sign: true },
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getMomentStrategy(client, { strategy_id: 42 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/get',
      query: {},
      token: 'test-token',
      body: { strategy_id: 42 },
    },
  ])
})

test('behavior: an answer without the newest right, and with one added later, comes through', async () => {
  const later = {
    strategy: { ...result.strategy, privilege: { view_moment_list: true, send_moment: true, right_added_later: true } },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getMomentStrategy(client, { strategy_id: 42 })).toEqual(later)
})

test('error: an id that is no integer is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getMomentStrategy(client, { strategy_id: Number.NaN })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getMomentStrategy failed: strategy_id: Invalid type: Expected number; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/get
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})
