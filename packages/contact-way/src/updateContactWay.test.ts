import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateContactWay, type UpdateContactWayParams } from './updateContactWay.ts'

const params: UpdateContactWayParams = {
  config_id: 'way-1',
  style: 2,
  remark: '门口海报',
  skip_verify: true,
  state: 'shop-8',
  user: ['chenjie', 'wangfang'],
  party: [7],
  expires_in: 3600,
  chat_expires_in: 7200,
  unionid: 'union-1',
  mark_source: true,
  conclusions: {
    text: { content: '再见' },
    image: { media_id: 'media-1' },
    link: { title: '复诊', picurl: 'https://example.com/p.png', desc: '如何预约', url: 'https://example.com' },
    miniprogram: { title: '挂号', pic_media_id: 'media-2', appid: 'wx1', page: '/index' },
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateContactWay(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/update_contact_way',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: empty texts and lists are sent, fields that are undefined are not', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateContactWay(client, { config_id: 'way-1', remark: '', party: [], state: undefined })

  expect(sent[0]?.body).toEqual({ config_id: 'way-1', remark: '', party: [] })
})

test('error: an empty id and a picture without media_id are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateContactWay(client, { config_id: '', conclusions: { image: { media_id: '' } } })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateContactWay failed: config_id: must not be empty; conclusions.image.media_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/update_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test('error: the way is unknown', async () => {
  const { client } = createTestClient([{ errcode: 41044, errmsg: 'invalid config_id, hint: [3203]' }])

  await expect(updateContactWay(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41044 })
})
