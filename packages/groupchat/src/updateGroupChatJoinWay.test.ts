import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateGroupChatJoinWay, type UpdateGroupChatJoinWayParams } from './updateGroupChatJoinWay.ts'

const params: UpdateGroupChatJoinWayParams = {
  config_id: 'way-1',
  scene: 2,
  remark: '门口海报',
  auto_create_room: 0,
  room_base_name: '花友群',
  room_base_id: 10,
  chat_id_list: ['wr1', 'wr2'],
  state: 'shop-7',
  mark_source: true,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateGroupChatJoinWay(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/update_join_way',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a field that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateGroupChatJoinWay(client, { config_id: 'way-1', scene: 1, chat_id_list: ['wr1'], remark: undefined })

  expect(sent[0]?.body).toEqual({ config_id: 'way-1', scene: 1, chat_id_list: ['wr1'] })
})

test('error: no groups and an empty id are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateGroupChatJoinWay(client, { config_id: '', scene: 2, chat_id_list: [] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateGroupChatJoinWay failed: config_id: must not be empty; chat_id_list: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/update_join_way
    Docs: https://developer.work.weixin.qq.com/document/path/92229]
  `)
  expect(sent).toEqual([])
})

test('error: the join way is unknown', async () => {
  const { client } = createTestClient([{ errcode: 41044, errmsg: 'invalid config_id, hint: [3105]' }])

  await expect(updateGroupChatJoinWay(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41044 })
})
