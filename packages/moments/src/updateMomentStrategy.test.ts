import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateMomentStrategy, type UpdateMomentStrategyParams } from './updateMomentStrategy.ts'

const params: UpdateMomentStrategyParams = {
  strategy_id: 42,
  strategy_name: '门店一组',
  admin_list: ['wangfang'],
  privilege: { view_moment_list: true, send_moment: false, manage_moment_cover_and_sign: false },
  range_add: [{ type: 2, partyid: 15 }],
  range_del: [{ type: 1, userid: 'chenjie' }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateMomentStrategy(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/edit',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: an empty list is sent, fields that are undefined are not', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateMomentStrategy(client, {
    strategy_id: 42,
    strategy_name: undefined,
    admin_list: [],
    privilege: undefined,
    range_add: undefined,
  })

  expect(sent[0]?.body).toEqual({ strategy_id: 42, admin_list: [] })
})

test('error: too many admins, and a department without its id, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    updateMomentStrategy(client, {
      strategy_id: 42,
      admin_list: Array.from({ length: 21 }, (_, index) => `member-${index}`),
      range_add: [
        { type: 1, userid: 'chenjie' },
        { type: 2, userid: 'wangfang' },
      ],
      range_del: [{ type: 1, partyid: 12 }],
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateMomentStrategy failed: admin_list: Invalid length: Expected <=20 but received 21; range_add[1]: type 2 (a department) requires partyid; range_del[0]: type 1 (a member) requires userid; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/edit
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})

test('error: more than a range can hold is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const range = Array.from({ length: 3001 }, (_, index) => ({ type: 1, userid: `member-${index}` }) as const)

  await expect(updateMomentStrategy(client, { strategy_id: 42, range_add: range, range_del: range })).rejects.toThrow(
    'failed: range_add: Invalid length: Expected <=3000 but received 3001; range_del: Invalid length: Expected <=3000 but received 3001;',
  )
  expect(sent).toEqual([])
})
