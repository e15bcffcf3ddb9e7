import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  createMomentStrategy,
  type CreateMomentStrategyParams,
  type CreateMomentStrategyResult,
} from './createMomentStrategy.ts'

const params: CreateMomentStrategyParams = {
  parent_id: 41,
  strategy_name: '门店组',
  admin_list: ['chenjie', 'wangfang'],
  privilege: { view_moment_list: true, send_moment: true, manage_moment_cover_and_sign: false },
  range: [
    { type: 1, userid: 'chenjie' },
    { type: 2, partyid: 12 },
  ],
}

const result: CreateMomentStrategyResult = { strategy_id: 42 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createMomentStrategy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/moment_strategy/create',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: rights and parent that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createMomentStrategy(client, { ...params, parent_id: undefined, privilege: { send_moment: undefined } })

  expect(sent[0]?.body).toEqual({
    strategy_name: params.strategy_name,
    admin_list: params.admin_list,
    privilege: {},
    range: params.range,
  })
})

test('error: a group without admins, and a range without ids, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createMomentStrategy(client, { strategy_name: '门店组', admin_list: [], range: [{ type: 1 }, { type: 2 }] }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentStrategy failed: admin_list: must not be empty; range[0]: type 1 (a member) requires userid; range[1]: type 2 (a department) requires partyid; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/create
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})

test('error: too many admins, and too wide a range, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createMomentStrategy(client, {
      strategy_name: '门店组',
      admin_list: Array.from({ length: 21 }, (_, index) => `member-${index}`),
      range: Array.from({ length: 3001 }, (_, partyid) => ({ type: 2, partyid })),
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMomentStrategy failed: admin_list: Invalid length: Expected <=20 but received 21; range: Invalid length: Expected <=3000 but received 3001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/moment_strategy/create
    Docs: https://developer.work.weixin.qq.com/document/path/94890]
  `)
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second group', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createMomentStrategy(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listMomentStrategies before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
