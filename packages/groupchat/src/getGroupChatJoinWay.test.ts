import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getGroupChatJoinWay, type GetGroupChatJoinWayResult } from './getGroupChatJoinWay.ts'

const result: GetGroupChatJoinWayResult = {
  join_way: {
    config_id: 'way-1',
    scene: 2,
    remark: '门口海报',
    auto_create_room: 1,
    room_base_name: '花友群',
    room_base_id: 10,
    chat_id_list: ['wr1', 'wr2'],
    qr_code: 'https://example.com/qr.png',
    state: 'shop-7',
    mark_source: true,
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getGroupChatJoinWay(client, { config_id: 'way-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/get_join_way',
      query: {},
      token: 'test-token',
      body: { config_id: 'way-1' },
    },
  ])
})

test('behavior: fields and values added later come through', async () => {
  const later = {
    join_way: { config_id: 'way-1', scene: 3, auto_create_room: 2, chat_id_list: [], field_added_later: true },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getGroupChatJoinWay(client, { config_id: 'way-1' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getGroupChatJoinWay(client, { config_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getGroupChatJoinWay failed: config_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/get_join_way
    Docs: https://developer.work.weixin.qq.com/document/path/92229]
  `)
  expect(sent).toEqual([])
})
