import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createContactWay, type CreateContactWayParams, type CreateContactWayResult } from './createContactWay.ts'

const params: CreateContactWayParams = {
  type: 1,
  scene: 2,
  style: 1,
  remark: '门口海报',
  skip_verify: false,
  state: 'shop-7',
  user: ['chenjie'],
  party: [],
  is_temp: true,
  expires_in: 3600,
  chat_expires_in: 1_209_600,
  unionid: 'union-1',
  is_exclusive: false,
  mark_source: true,
  conclusions: {
    text: { content: '谢谢您的咨询' },
    image: { media_id: 'media-1' },
    link: { title: '复诊', picurl: 'https://example.com/p.png', desc: '如何预约', url: 'https://example.com' },
    miniprogram: { title: '挂号', pic_media_id: 'media-2', appid: 'wx1', page: '/index' },
  },
}

const result: CreateContactWayResult = { config_id: 'way-1', qr_code: 'https://example.com/qr.png' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await createContactWay(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_contact_way',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', config_id: 'way-1' }])

  await createContactWay(client, { type: 2, scene: 1, style: 2, party: [7], user: undefined, conclusions: undefined })

  expect(sent[0]?.body).toEqual({ type: 2, scene: 1, style: 2, party: [7] })
})

test('behavior: each part of the conclusions is enough', async () => {
  const conclusions: CreateContactWayParams['conclusions'][] = [
    { text: { content: '再见' } },
    { image: { media_id: 'media-1' } },
    { link: { url: 'https://example.com' } },
    { miniprogram: { appid: 'wx1', page: '/index' } },
  ]
  const { client, sent } = createTestClient(conclusions.map(() => ({ errcode: 0, errmsg: 'ok', ...result })))

  for (const one of conclusions) await createContactWay(client, { ...params, conclusions: one })

  expect(sent.map(({ body }) => body)).toEqual(conclusions.map((one) => ({ ...params, conclusions: one })))
})

test('behavior: a style that has no effect is not refused', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await createContactWay(client, { type: 2, scene: 2, style: 3, user: ['chenjie', 'wangfang'] })

  expect(sent).toHaveLength(1)
})

test.each([undefined, [], ['chenjie', 'wangfang']])(
  'error: a way to one member with user %j is refused before anything is sent',
  async (user) => {
    const { client, sent } = createTestClient([])

    await expect(createContactWay(client, { type: 1, scene: 2, user })).rejects.toMatchInlineSnapshot(`
      [WeComValidationError: createContactWay failed: type 1 (one member) requires user with exactly one userid; nothing was sent

      Endpoint: POST /cgi-bin/externalcontact/add_contact_way
      Docs: https://developer.work.weixin.qq.com/document/path/92228]
    `)
    expect(sent).toEqual([])
  },
)

test('error: what only a way to one member can have is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createContactWay(client, { type: 2, scene: 1, style: 3, is_temp: true })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createContactWay failed: style 3 requires type 1 (one member); is_temp requires type 1 (one member); nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test.each<Partial<CreateContactWayParams>>([
  { party: [7] },
  { expires_in: 3600 },
  { chat_expires_in: 3600 },
  { is_temp: false, conclusions: { text: { content: '谢谢您的咨询' } } },
  { is_temp: false, unionid: '' },
])('behavior: what WeCom ignores in a lasting way to one member is sent: %j', async (ignored) => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const way: CreateContactWayParams = { type: 1, scene: 2, user: ['chenjie'], ...ignored }

  await createContactWay(client, way)

  expect(sent[0]?.body).toEqual(way)
})

test.each([undefined, false])('error: a way for one customer is not for everybody: is_temp %j', async (is_temp) => {
  const { client, sent } = createTestClient([])

  await expect(
    createContactWay(client, { type: 1, scene: 2, user: ['chenjie'], is_temp, unionid: 'union-1' }),
  ).rejects.toThrow('failed: unionid requires is_temp; nothing was sent')
  expect(sent).toEqual([])
})

test('error: an empty unionid is refused, because it could mean everybody', async () => {
  const { client, sent } = createTestClient([])

  await expect(createContactWay(client, { ...params, unionid: '' })).rejects.toThrow(
    'failed: unionid must not be empty: omit it to let everybody use the contact way; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: what lasts no time is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createContactWay(client, { ...params, expires_in: -5, chat_expires_in: 0 })).rejects.toThrow(
    'failed: expires_in: Invalid value: Expected >=1 but received -5; chat_expires_in: Invalid value: Expected >=1 but received 0;',
  )
  expect(sent).toEqual([])
})

test('error: what is too long is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    createContactWay(client, {
      type: 2,
      scene: 2,
      remark: '长'.repeat(31),
      state: '长'.repeat(31),
      user: Array.from({ length: 101 }, (_, index) => `member-${index}`),
      expires_in: 1_209_601,
      chat_expires_in: 1_209_601,
      conclusions: {
        text: { content: '长'.repeat(1334) },
        link: { title: '长'.repeat(43), desc: '长'.repeat(171) },
        miniprogram: { title: '长'.repeat(22) },
      },
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createContactWay failed: remark: at most 30 characters; state: at most 30 characters; user: Invalid length: Expected <=100 but received 101; expires_in: Invalid value: Expected <=1209600 but received 1209601; chat_expires_in: Invalid value: Expected <=1209600 but received 1209601; conclusions.text.content: Invalid bytes: Expected <=4000 but received 4002; conclusions.link.title: Invalid bytes: Expected <=128 but received 129; conclusions.link.desc: Invalid bytes: Expected <=512 but received 513; conclusions.miniprogram.title: Invalid bytes: Expected <=64 but received 66; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test.each([{}, { text: {} }, { text: { content: '' } }])(
  'error: conclusions without content are refused before anything is sent: %j',
  async (conclusions) => {
    const { client, sent } = createTestClient([])

    await expect(createContactWay(client, { ...params, conclusions })).rejects.toMatchInlineSnapshot(`
      [WeComValidationError: createContactWay failed: conclusions: one of text, image, link and miniprogram is required; nothing was sent

      Endpoint: POST /cgi-bin/externalcontact/add_contact_way
      Docs: https://developer.work.weixin.qq.com/document/path/92228]
    `)
    expect(sent).toEqual([])
  },
)

test('error: a lost connection is not followed by a second way', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createContactWay(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listContactWays before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
