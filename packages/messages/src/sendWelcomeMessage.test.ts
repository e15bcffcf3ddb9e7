import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { sendWelcomeMessage, type SendWelcomeMessageParams } from './sendWelcomeMessage.ts'

const params: SendWelcomeMessageParams = {
  welcome_code: 'code-31',
  text: { content: '您好，我是云上花店的陈杰' },
  attachments: [
    { msgtype: 'image', image: { pic_url: 'https://example.com/shop.png' } },
    {
      msgtype: 'link',
      link: { title: '花店', picurl: 'https://example.com/cover.png', desc: '地址和时间', url: 'https://example.com' },
    },
    {
      msgtype: 'miniprogram',
      miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
    },
    { msgtype: 'video', video: { media_id: 'media-3' } },
    { msgtype: 'file', file: { media_id: 'media-4' } },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await sendWelcomeMessage(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/send_welcome_msg',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: content that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await sendWelcomeMessage(client, { ...params, text: undefined, image: undefined })

  expect(sent[0]?.body).toEqual({ welcome_code: params.welcome_code, attachments: params.attachments })
})

test('behavior: the form before attachments is sent as it is', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const legacy: SendWelcomeMessageParams = {
    welcome_code: 'code-31',
    text: { content: '您好' },
    image: { media_id: 'media-1' },
    link: { title: '花店', url: 'https://example.com' },
    miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
  }

  await sendWelcomeMessage(client, legacy)

  expect(sent[0]?.body).toEqual(legacy)
})

test('behavior: the URL of a link may be longer than that of a mass message', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const link = { title: '花店', url: `https://example.com/${'a'.repeat(3000)}` }

  await sendWelcomeMessage(client, { welcome_code: 'code-31', attachments: [{ msgtype: 'link', link }] })

  expect(sent).toHaveLength(1)
})

test('error: a welcome without code or content is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(sendWelcomeMessage(client, { welcome_code: '', text: { content: '您好' } })).rejects.toThrow(
    'welcome_code: must not be empty',
  )
  await expect(sendWelcomeMessage(client, { welcome_code: 'code-31' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: sendWelcomeMessage failed: text or attachments must be given; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/send_welcome_msg
    Docs: https://developer.work.weixin.qq.com/document/path/92137]
  `)
  expect(sent).toEqual([])
})

test.for([
  { errcode: 41050, what: 'the code is older than 20 seconds', errmsg: 'invalid welcome code' },
  { errcode: 41051, what: 'the customer was greeted already', errmsg: 'externaluser has started chatting' },
])('error: $what', async ({ errcode, errmsg }) => {
  const { client, sent } = createTestClient([{ errcode, errmsg }])

  await expect(sendWelcomeMessage(client, params)).rejects.toMatchObject({ kind: 'api', errcode, ambiguous: false })
  expect(sent).toHaveLength(1)
})

test('behavior: the client retries while another app is greeting', async () => {
  const greeting = { errcode: 41096, errmsg: 'welcome message is being distributed' }
  const { client, sent } = createTestClient([greeting, greeting, { errcode: 0, errmsg: 'ok' }], {
    retry: { minDelay: 0 },
  })

  expect(await sendWelcomeMessage(client, params)).toEqual({})
  expect(sent).toHaveLength(3)
})

test('error: a lost connection is not followed by a second welcome', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(sendWelcomeMessage(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
