import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getCustomerStrategy, type GetCustomerStrategyResult } from './getCustomerStrategy.ts'

const result: GetCustomerStrategyResult = {
  strategy: {
    strategy_id: 32,
    parent_id: 31,
    strategy_name: '门店组',
    create_time: 1_767_225_600,
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
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getCustomerStrategy(client, { strategy_id: 32 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_strategy/get',
      query: {},
      token: 'test-token',
      body: { strategy_id: 32 },
    },
  ])
})

test('error: an id that is no integer is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getCustomerStrategy(client, { strategy_id: Number.NaN })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getCustomerStrategy failed: strategy_id: Invalid type: Expected number; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_strategy/get
    Docs: https://developer.work.weixin.qq.com/document/path/94883]
  `)
  expect(sent).toEqual([])
})
