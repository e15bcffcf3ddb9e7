import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import {
  createCustomerStrategy,
  type CreateCustomerStrategyParams,
  type CreateCustomerStrategyResult,
} from './createCustomerStrategy.ts'

const params: CreateCustomerStrategyParams = {
  parent_id: 31,
  strategy_name: '门店组',
  admin_list: ['chenjie', 'wangfang'],
  privilege: {
    view_customer_list: true,
    view_customer_data: true,
    view_room_list: true,
    contact_me: true,
    join_room: true,
    share_customer: false,
    oper_resign_customer: true,
    oper_resign_group: true,
    send_customer_msg: true,
    edit_welcome_msg: true,
    view_behavior_data: false,
    view_room_data: true,
    send_group_msg: true,
    room_deduplication: true,
    rapid_reply: true,
    onjob_customer_transfer: false,
    edit_anti_spam_rule: true,
    export_customer_list: false,
    export_customer_data: false,
    export_customer_group_list: false,
    manage_customer_tag: true,
  },
  range: [
    { type: 1, userid: 'chenjie' },
    { type: 2, partyid: 12 },
  ],
}

const result: CreateCustomerStrategyResult = { strategy_id: 32 }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createCustomerStrategy(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_strategy/create',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: rights and parent that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createCustomerStrategy(client, { ...params, parent_id: undefined, privilege: { contact_me: undefined } })

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
    createCustomerStrategy(client, { strategy_name: '门店组', admin_list: [], range: [{ type: 1 }, { type: 2 }] }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createCustomerStrategy failed: admin_list: must not be empty; range[0]: type 1 (a member) requires userid; range[1]: type 2 (a department) requires partyid; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_strategy/create
    Docs: https://developer.work.weixin.qq.com/document/path/94883]
  `)
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second group', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createCustomerStrategy(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listCustomerStrategies before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
