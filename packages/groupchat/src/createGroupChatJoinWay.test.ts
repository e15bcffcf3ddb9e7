import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createGroupChatJoinWay, type CreateGroupChatJoinWayParams } from './createGroupChatJoinWay.ts'

const params: CreateGroupChatJoinWayParams = {
  scene: 2,
  remark: '门口海报',
  auto_create_room: 1,
  room_base_name: '花友群',
  room_base_id: 10,
  chat_id_list: ['wr1', 'wr2'],
  state: 'shop-7',
  mark_source: false,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', config_id: 'way-1' }])

  expect(await createGroupChatJoinWay(client, params)).toEqual({ config_id: 'way-1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/add_join_way',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a field that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', config_id: 'way-1' }])

  await createGroupChatJoinWay(client, { scene: 1, chat_id_list: ['wr1'], state: undefined })

  expect(sent[0]?.body).toEqual({ scene: 1, chat_id_list: ['wr1'] })
})

test('behavior: a long remark is left for WeCom to cut', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', config_id: 'way-1' }])
  const remark = '长'.repeat(31)

  await createGroupChatJoinWay(client, { scene: 2, chat_id_list: ['wr1'], remark })

  expect(sent[0]?.body).toEqual({ scene: 2, chat_id_list: ['wr1'], remark })
})

test('error: too many groups and texts that are too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createGroupChatJoinWay(client, {
      scene: 2,
      room_base_name: '长'.repeat(41),
      chat_id_list: ['wr1', 'wr2', 'wr3', 'wr4', 'wr5', 'wr6'],
      state: '长'.repeat(31),
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createGroupChatJoinWay failed: room_base_name: at most 40 characters; chat_id_list: Invalid length: Expected <=5 but received 6; state: at most 30 characters; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/add_join_way
    Docs: https://developer.work.weixin.qq.com/document/path/92229]
  `)
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second join way', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createGroupChatJoinWay(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
