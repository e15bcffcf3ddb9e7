import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createGroupWelcomeTemplate, type CreateGroupWelcomeTemplateParams } from './createGroupWelcomeTemplate.ts'

const params: CreateGroupWelcomeTemplateParams = {
  text: { content: '%NICKNAME%，欢迎来到花友群' },
  image: { media_id: 'media-1', pic_url: 'https://example.com/tulip.png' },
  link: {
    title: '群规',
    picurl: 'https://example.com/cover.png',
    desc: '三条',
    url: 'https://example.com/rules',
  },
  miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
  file: { media_id: 'media-4' },
  video: { media_id: 'media-3' },
  agentid: 1_000_031,
  notify: 0,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', template_id: 'tpl-31' }])

  expect(await createGroupWelcomeTemplate(client, params)).toEqual({ template_id: 'tpl-31' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/group_welcome_template/add',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test.for(['text', 'image', 'link', 'miniprogram', 'file', 'video'] as const)(
  'behavior: %s alone will do, and what is undefined is not sent',
  async (part) => {
    const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', template_id: 'tpl-31' }])

    await createGroupWelcomeTemplate(client, { [part]: params[part], agentid: undefined, notify: undefined })

    expect(sent[0]?.body).toEqual({ [part]: params[part] })
  },
)

test('error: a template without content, and a text that is too long, are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createGroupWelcomeTemplate(client, { text: {}, notify: 1 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createGroupWelcomeTemplate failed: one of text, image, link, miniprogram, file and video must be given; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/group_welcome_template/add
    Docs: https://developer.work.weixin.qq.com/document/path/92366]
  `)
  await expect(createGroupWelcomeTemplate(client, { text: { content: '长'.repeat(1001) } })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: createGroupWelcomeTemplate failed: text.content: Invalid bytes: Expected <=3000 but received 3003; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/group_welcome_template/add
    Docs: https://developer.work.weixin.qq.com/document/path/92366]
  `)
  expect(sent).toEqual([])
})

test('error: the library is full', async () => {
  const { client } = createTestClient([{ errcode: 41055, errmsg: 'template count exceeds limit, hint: [31]' }])

  await expect(createGroupWelcomeTemplate(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41055 })
})

test('error: a lost connection is not followed by a second template', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createGroupWelcomeTemplate(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
