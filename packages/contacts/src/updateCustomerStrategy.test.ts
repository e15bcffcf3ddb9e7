import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateCustomerStrategy, type UpdateCustomerStrategyParams } from './updateCustomerStrategy.ts'

const params: UpdateCustomerStrategyParams = {
  strategy_id: 32,
  strategy_name: '门店一组',
  admin_list: ['wangfang'],
  privilege: {
    view_customer_list: true,
    view_customer_data: true,
    view_room_list: true,
    contact_me: true,
    join_room: true,
    share_customer: true,
    oper_resign_customer: false,
    oper_resign_group: false,
    send_customer_msg: true,
    edit_welcome_msg: false,
    view_behavior_data: true,
    view_room_data: true,
    send_group_msg: false,
    room_deduplication: true,
    rapid_reply: true,
    onjob_customer_transfer: true,
    edit_anti_spam_rule: false,
    export_customer_list: true,
    export_customer_data: true,
    export_customer_group_list: true,
    manage_customer_tag: false,
  },
  range_add: [{ type: 2, partyid: 15 }],
  range_del: [{ type: 1, userid: 'chenjie' }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateCustomerStrategy(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_strategy/edit',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: an update is sent again after a conflict with another one', async () => {
  const { client, sent } = createTestClient(
    [
      { errcode: 6000, errmsg: 'data version conflict, hint: [2613]' },
      { errcode: 0, errmsg: 'ok' },
    ],
    { retry: { minDelay: 0 } },
  )

  await updateCustomerStrategy(client, { strategy_id: 32, strategy_name: '门店二组' })

  expect(sent.map(({ body }) => body)).toEqual([
    { strategy_id: 32, strategy_name: '门店二组' },
    { strategy_id: 32, strategy_name: '门店二组' },
  ])
})

test('error: too many admins, and a department without its id, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    updateCustomerStrategy(client, {
      strategy_id: 32,
      admin_list: Array.from({ length: 21 }, (_, index) => `member-${index}`),
      range_add: [
        { type: 1, userid: 'chenjie' },
        { type: 2, userid: 'wangfang' },
      ],
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateCustomerStrategy failed: admin_list: Invalid length: Expected <=20 but received 21; range_add[1]: type 2 (a department) requires partyid; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_strategy/edit
    Docs: https://developer.work.weixin.qq.com/document/path/94883]
  `)
  expect(sent).toEqual([])
})
