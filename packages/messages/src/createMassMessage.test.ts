import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createMassMessage, type CreateMassMessageParams, type CreateMassMessageResult } from './createMassMessage.ts'

const params: CreateMassMessageParams = {
  chat_type: 'single',
  sender: 'chenjie',
  external_userid: ['wm1', 'wm2', 'wm3'],
  tag_filter: { group_list: [{ tag_list: ['et1', 'et2'] }, { tag_list: ['et3'] }] },
  allow_select: true,
  text: { content: '周五到新货，留了您常买的那几种' },
  attachments: [
    { msgtype: 'image', image: { media_id: 'media-1', pic_url: 'https://example.com/tulip.png' } },
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
}

const toGroupChats: CreateMassMessageParams = {
  chat_type: 'group',
  sender: 'chenjie',
  chat_id_list: ['wr1', 'wr2'],
  text: { content: '周六休息一天' },
}

const result: CreateMassMessageResult = { fail_list: ['wm3'], msgid: 'msg-31' }

/** Returns a text of `bytes` + 1 bytes in UTF-8. */
function longerThan(bytes: number): string {
  return '长'.repeat(Math.floor(bytes / 3)) + 'l'.repeat((bytes % 3) + 1)
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createMassMessage(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_msg_template',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a message to group chats', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', fail_list: [], msgid: 'msg-32' }])

  expect(await createMassMessage(client, toGroupChats)).toEqual({ fail_list: [], msgid: 'msg-32' })
  expect(sent[0]?.body).toEqual(toGroupChats)
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createMassMessage(client, {
    chat_type: undefined,
    sender: 'chenjie',
    external_userid: undefined,
    tag_filter: undefined,
    allow_select: undefined,
    text: { content: '周六休息一天' },
    attachments: undefined,
  })

  expect(sent[0]?.body).toEqual({ sender: 'chenjie', text: { content: '周六休息一天' } })
})

test.for<Pick<CreateMassMessageParams, 'image' | 'link' | 'miniprogram'>>([
  { image: { pic_url: 'https://example.com/tulip.png' } },
  {
    link: {
      title: '本周花单',
      picurl: 'https://example.com/cover.png',
      desc: '价格和花期',
      url: 'https://example.com/week',
    },
  },
  { miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' } },
])('behavior: the form before attachments is sent as it is, one part of it will do: %o', async (legacy) => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createMassMessage(client, { external_userid: ['wm1'], ...legacy })

  expect(sent[0]?.body).toEqual({ external_userid: ['wm1'], ...legacy })
})

test('behavior: group chats beside named customers are sent, as in WeCom’s sample, which ignores them', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const sample: CreateMassMessageParams = { ...params, chat_type: 'single', chat_id_list: ['wr1', 'wr2'] }

  await createMassMessage(client, sample)

  expect(sent[0]?.body).toEqual(sample)
})

test('behavior: customers beside named group chats are sent, and ignored by WeCom', async () => {
  const { external_userid, tag_filter, allow_select } = params
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createMassMessage(client, { ...toGroupChats, external_userid, tag_filter, allow_select })

  expect(sent[0]?.body).toEqual({ ...toGroupChats, external_userid, tag_filter, allow_select })
})

test('behavior: whether the member may choose does not matter to group chats that the owner picks', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', fail_list: [], msgid: 'msg-33' }])

  await createMassMessage(client, { ...toGroupChats, chat_id_list: undefined, allow_select: false })

  expect(sent).toHaveLength(1)
})

test('behavior: group chats without a sender, and fields of another msgtype, do not compile', () => {
  const refused: CreateMassMessageParams[] = [
    // @ts-expect-error a message to group chats has a sender
    { chat_type: 'group', text: { content: '周六休息一天' } },
    // @ts-expect-error msgtype names the field
    { sender: 'chenjie', attachments: [{ msgtype: 'video', file: { media_id: 'media-4' } }] },
  ]

  expect(refused).toHaveLength(2)
})

test('error: group chats without chat_type are refused, because WeCom would send to all customers of the sender', async () => {
  const { client, sent } = createTestClient([])
  const { text, sender, chat_id_list } = toGroupChats

  await expect(createMassMessage(client, { text, sender, chat_id_list })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: chat_id_list requires chat_type group, external_userid and tag_filter require single; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test.for<Partial<CreateMassMessageParams>>([
  { chat_type: 'single', sender: 'chenjie' },
  { chat_type: 'single', sender: 'chenjie', tag_filter: { group_list: [{ tag_list: ['et1'] }] } },
  { external_userid: ['wm1'] },
])('error: group chats are refused unless chat_type and a list of customers say whom it goes to: %o', async (to) => {
  const { client, sent } = createTestClient([])
  const message = { text: { content: '周六休息一天' }, chat_id_list: ['wr1'], ...to } as CreateMassMessageParams

  await expect(createMassMessage(client, message)).rejects.toThrow('failed: chat_id_list requires chat_type group,')
  expect(sent).toEqual([])
})

test.for(['external_userid', 'tag_filter'] as const)(
  'error: %s does not narrow a message to group chats that the owner picks, and is refused',
  async (name) => {
    const { client, sent } = createTestClient([])
    const mixed = { ...toGroupChats, chat_id_list: undefined, [name]: params[name] }

    await expect(createMassMessage(client, mixed)).rejects.toThrow('external_userid and tag_filter require single')
    expect(sent).toEqual([])
  },
)

test('error: an empty sender is refused, because it could mean all members', async () => {
  const { client, sent } = createTestClient([])

  await expect(createMassMessage(client, { ...params, sender: '' })).rejects.toThrow(
    'failed: sender: must not be empty;',
  )
  expect(sent).toEqual([])
})

test('error: another chat_type is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const toAll = { ...params, chat_type: 'all' } as unknown as CreateMassMessageParams

  await expect(createMassMessage(client, toAll)).rejects.toThrow(
    'failed: chat_type: must be single or group, or omitted;',
  )
  expect(sent).toEqual([])
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createMassMessage(client, {
      external_userid: [''],
      tag_filter: { group_list: [{ tag_list: [''] }] },
      text: { content: '周六休息一天' },
    }),
  ).rejects.toThrow(
    'failed: external_userid[0]: must not be empty; tag_filter.group_list[0].tag_list[0]: must not be empty;',
  )
  await expect(createMassMessage(client, { ...toGroupChats, chat_id_list: [''] })).rejects.toThrow(
    'failed: chat_id_list[0]: must not be empty;',
  )
  expect(sent).toEqual([])
})

test('error: an attachment with two contents is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const twofold = { msgtype: 'video', video: { media_id: 'media-3' }, file: { media_id: 'media-4' } } as const
  const single = { msgtype: 'file', file: { media_id: 'media-4' }, video: undefined } as const

  await expect(createMassMessage(client, { sender: 'chenjie', attachments: [twofold, single] })).rejects.toThrow(
    'failed: attachments[0]: must contain only the field that msgtype names; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: nobody to send to is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createMassMessage(client, { text: { content: '周六休息一天' } })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: one of sender, external_userid and tag_filter is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test('error: an empty list of customers is refused, because it could mean all customers', async () => {
  const { client, sent } = createTestClient([])

  await expect(createMassMessage(client, { ...params, external_userid: [] })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: external_userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test('error: a message to group chats without a sender is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const withoutSender = { chat_type: 'group', text: { content: '周六休息一天' } } as CreateMassMessageParams

  await expect(createMassMessage(client, withoutSender)).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: sender: is required if chat_type is group; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test('error: a message without content is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createMassMessage(client, { sender: 'chenjie', text: { content: '' }, attachments: [] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: text or attachments must be given; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test('error: attachments that are incomplete or of unknown kind are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const attachments = [
    { msgtype: 'image', image: {} },
    { msgtype: 'video', file: { media_id: 'media-4' } },
    { msgtype: 'voice', voice: { media_id: 'media-5' } },
  ] as CreateMassMessageParams['attachments']

  await expect(createMassMessage(client, { sender: 'chenjie', attachments })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: attachments[0].image: one of media_id and pic_url is required; attachments[1].video: is required if msgtype is video; attachments[2].msgtype: Invalid type: Expected ("image" | "link" | "miniprogram" | "video" | "file"); nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  expect(sent).toEqual([])
})

test('error: what is too long or too many is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createMassMessage(client, {
      external_userid: Array.from({ length: 10_001 }, (_, index) => `wm${index}`),
      tag_filter: { group_list: [{ tag_list: Array.from({ length: 101 }, (_, index) => `et${index}`) }] },
      text: { content: longerThan(4000) },
      attachments: [
        {
          msgtype: 'link',
          link: { title: longerThan(128), picurl: longerThan(2048), desc: longerThan(512), url: longerThan(2048) },
        },
        {
          msgtype: 'miniprogram',
          miniprogram: { title: longerThan(64), pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
        },
        ...Array.from({ length: 8 }, () => ({ msgtype: 'file', file: { media_id: 'media-4' } }) as const),
      ],
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createMassMessage failed: text.content: Invalid bytes: Expected <=4000 but received 4001; attachments[0].link.title: Invalid bytes: Expected <=128 but received 129; attachments[0].link.picurl: Invalid bytes: Expected <=2048 but received 2049; attachments[0].link.desc: Invalid bytes: Expected <=512 but received 513; attachments[0].link.url: Invalid bytes: Expected <=2048 but received 2049; attachments[1].miniprogram.title: Invalid bytes: Expected <=64 but received 65; attachments: Invalid length: Expected <=9 but received 10; external_userid: Invalid length: Expected <=10000 but received 10001; tag_filter.group_list[0].tag_list: Invalid length: Expected <=100 but received 101; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_msg_template
    Docs: https://developer.work.weixin.qq.com/document/path/92135]
  `)
  await expect(
    createMassMessage(client, {
      ...toGroupChats,
      chat_id_list: Array.from({ length: 2001 }, (_, index) => `wr${index}`),
    }),
  ).rejects.toThrow('chat_id_list: Invalid length: Expected <=2000')
  expect(sent).toEqual([])
})

test('error: no receiver is left', async () => {
  const { client } = createTestClient([{ errcode: 41048, errmsg: 'no user can be sent, hint: [31]' }])

  await expect(createMassMessage(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41048 })
})

test('error: a lost connection is not followed by a second message', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createMassMessage(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listMassMessages before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
