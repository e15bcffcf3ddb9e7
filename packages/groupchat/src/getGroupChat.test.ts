import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getGroupChat, type GetGroupChatResult } from './getGroupChat.ts'

const result: GetGroupChatResult = {
  group_chat: {
    chat_id: 'wr1',
    name: '花友群',
    owner: 'chenjie',
    create_time: 1_767_225_600,
    notice: '周五到货',
    member_list: [
      {
        userid: 'chenjie',
        type: 1,
        join_time: 1_767_225_600,
        join_scene: 1,
        group_nickname: '',
        name: '陈洁',
      },
      {
        userid: 'wm1',
        type: 2,
        unionid: 'union-1',
        join_time: 1_767_225_700,
        join_scene: 3,
        state: 'shop-7',
        invitor: { userid: 'chenjie' },
        group_nickname: '爱花的周',
        name: '周',
      },
    ],
    admin_list: [{ userid: 'wangfang' }],
    member_version: 'version-1',
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getGroupChat(client, { chat_id: 'wr1', need_name: 1 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/groupchat/get',
      query: {},
      token: 'test-token',
      body: { chat_id: 'wr1', need_name: 1 },
    },
  ])
})

test('behavior: a field that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await getGroupChat(client, { chat_id: 'wr1', need_name: undefined })

  expect(sent[0]?.body).toEqual({ chat_id: 'wr1' })
})

test('behavior: fields and values added later come through', async () => {
  const later = {
    group_chat: {
      chat_id: 'wr1',
      name: '',
      owner: 'chenjie',
      create_time: 1_767_225_600,
      member_list: [
        { userid: 'bot-1', type: 3, join_time: 1_767_225_600, join_scene: 9, group_nickname: '', field_added_later: 1 },
      ],
      admin_list: [],
      field_added_later: true,
    },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getGroupChat(client, { chat_id: 'wr1' })).toEqual(later)
})

test('behavior: a member without a group_nickname, as in WeCom’s sample, is no mismatch', async () => {
  const member_list = [{ userid: 'wm2', type: 2, join_time: 1_767_225_800, join_scene: 3 }]
  const group_chat = { ...result.group_chat, member_list }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', group_chat }], { strict: true })

  expect(await getGroupChat(client, { chat_id: 'wr1' })).toEqual({ group_chat })
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getGroupChat(client, { chat_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getGroupChat failed: chat_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/groupchat/get
    Docs: https://developer.work.weixin.qq.com/document/path/92122]
  `)
  expect(sent).toEqual([])
})

test('error: the group was dismissed', async () => {
  const { client } = createTestClient([{ errcode: 49008, errmsg: 'group chat is dismissed, hint: [3102]' }])

  await expect(getGroupChat(client, { chat_id: 'wr1' })).rejects.toMatchObject({ kind: 'api', errcode: 49008 })
})
