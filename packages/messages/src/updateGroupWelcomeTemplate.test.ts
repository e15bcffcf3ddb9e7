import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateGroupWelcomeTemplate, type UpdateGroupWelcomeTemplateParams } from './updateGroupWelcomeTemplate.ts'

const params: UpdateGroupWelcomeTemplateParams = {
  template_id: 'tpl-31',
  text: { content: '%NICKNAME%，请先看群规' },
  image: { pic_url: 'https://example.com/rose.png' },
  link: {
    title: '新群规',
    picurl: 'https://example.com/cover.png',
    desc: '四条',
    url: 'https://example.com/rules',
  },
  miniprogram: { title: '预订', pic_media_id: 'media-6', appid: 'wx1', page: 'pages/book' },
  file: { media_id: 'media-7' },
  video: { media_id: 'media-8' },
  agentid: 1_000_031,
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateGroupWelcomeTemplate(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/group_welcome_template/edit',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a text of 4000 bytes is longer than a new template may have', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateGroupWelcomeTemplate(client, {
    template_id: 'tpl-31',
    text: { content: 'a'.repeat(4000) },
    image: undefined,
  })

  expect(sent[0]?.body).toEqual({ template_id: 'tpl-31', text: { content: 'a'.repeat(4000) } })
})

test('error: a template without content is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateGroupWelcomeTemplate(client, { template_id: 'tpl-31' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateGroupWelcomeTemplate failed: one of text, image, link, miniprogram, file and video must be given; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/group_welcome_template/edit
    Docs: https://developer.work.weixin.qq.com/document/path/92366]
  `)
  expect(sent).toEqual([])
})

test('error: the template was made by another app', async () => {
  const { client } = createTestClient([{ errcode: 41058, errmsg: 'no permission to edit, hint: [31]' }])

  await expect(updateGroupWelcomeTemplate(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41058 })
})
