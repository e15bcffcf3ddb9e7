import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getGroupWelcomeTemplate, type GetGroupWelcomeTemplateResult } from './getGroupWelcomeTemplate.ts'

const result: GetGroupWelcomeTemplateResult = {
  text: { content: '%NICKNAME%，欢迎来到花友群' },
  image: { pic_url: 'https://example.com/tulip.png' },
  link: {
    title: '群规',
    picurl: 'https://example.com/cover.png',
    desc: '三条',
    url: 'https://example.com/rules',
  },
  miniprogram: { title: '下单', pic_media_id: 'media-2', appid: 'wx1', page: 'pages/order' },
  file: { media_id: 'media-4' },
  video: { media_id: 'media-3' },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getGroupWelcomeTemplate(client, { template_id: 'tpl-31' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/group_welcome_template/get',
      query: {},
      token: 'test-token',
      body: { template_id: 'tpl-31' },
    },
  ])
})

test('behavior: a part added later comes through', async () => {
  const later = { text: { content: '欢迎' }, channel: { feed: 'f1' } }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getGroupWelcomeTemplate(client, { template_id: 'tpl-31' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getGroupWelcomeTemplate(client, { template_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getGroupWelcomeTemplate failed: template_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/group_welcome_template/get
    Docs: https://developer.work.weixin.qq.com/document/path/92366]
  `)
  expect(sent).toEqual([])
})
