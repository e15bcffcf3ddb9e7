import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMassMessages, type ListMassMessagesParams, type ListMassMessagesResult } from './listMassMessages.ts'

const params: ListMassMessagesParams = {
  chat_type: 'group',
  start_time: 1_760_000_000,
  end_time: 1_760_000_000 + 31 * 86_400,
  creator: 'chenjie',
  filter_type: 1,
  limit: 100,
  cursor: 'a+b/c=',
}

const result: ListMassMessagesResult = {
  group_msg_list: [
    {
      msgid: 'msg-31',
      creator: 'chenjie',
      create_time: 1_760_000_100,
      create_type: 1,
      text: { content: '周五到新货' },
      attachments: [
        { msgtype: 'image', image: { media_id: 'media-1' } },
        { msgtype: 'image', image: { pic_url: 'https://example.com/tulip.png' } },
        {
          msgtype: 'link',
          link: {
            title: '本周花单',
            picurl: 'https://example.com/cover.png',
            desc: '价格和花期',
            url: 'https://example.com/week',
          },
        },
        {
          msgtype: 'miniprogram',
          miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
        },
        { msgtype: 'video', video: { media_id: 'media-3' } },
        { msgtype: 'file', file: { media_id: 'media-4' } },
      ],
    },
  ],
  next_cursor: 'd+e/f=',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listMassMessages(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_groupmsg_list_v2',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', group_msg_list: [] }])

  await listMassMessages(client, {
    ...params,
    creator: undefined,
    filter_type: undefined,
    limit: undefined,
    cursor: undefined,
  })

  expect(sent[0]?.body).toEqual({
    chat_type: params.chat_type,
    start_time: params.start_time,
    end_time: params.end_time,
  })
})

test('behavior: a limit above the maximum is sent, WeCom takes it for the default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listMassMessages(client, { ...params, limit: 500 })

  expect(sent[0]?.body).toMatchObject({ limit: 500 })
})

test('behavior: kinds, values and fields added later come through', async () => {
  const later = {
    group_msg_list: [
      {
        msgid: 'msg-32',
        create_time: 1_760_000_100,
        create_type: 2,
        attachments: [{ msgtype: 'channel', channel: { feed: 'f1' } }],
        field_added_later: true,
      },
    ],
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listMassMessages(client, params)).toEqual(later)
})

test('behavior: a time in quotes, as in the official sample, comes through', async () => {
  const quoted = { group_msg_list: [{ msgid: 'msg-33', create_time: '1760000100', create_type: 0 }] }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...quoted }])

  expect(await listMassMessages(client, params)).toEqual(quoted)
})

test.each([0, 1, 2] as const)('behavior: filter_type %i is sent', async (filter_type) => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listMassMessages(client, { ...params, filter_type })

  expect(sent[0]?.body).toEqual({ ...params, filter_type })
})

test('error: an end before the start is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMassMessages(client, { ...params, end_time: params.start_time - 1 })).rejects.toThrow(
    'end_time must not be before start_time',
  )
  expect(sent).toEqual([])
})

test('error: more than a month is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMassMessages(client, { ...params, end_time: params.end_time + 1 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMassMessages failed: end_time must not be before start_time, and at most 1 month after it; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_groupmsg_list_v2
    Docs: https://developer.work.weixin.qq.com/document/path/93338]
  `)
  expect(sent).toEqual([])
})
