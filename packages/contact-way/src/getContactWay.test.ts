import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getContactWay, type GetContactWayResult } from './getContactWay.ts'

const result: GetContactWayResult = {
  contact_way: {
    config_id: 'way-1',
    type: 1,
    scene: 2,
    style: 1,
    remark: '门口海报',
    skip_verify: true,
    state: 'shop-7',
    qr_code: 'https://example.com/qr.png',
    user: ['chenjie'],
    party: [7],
    is_temp: true,
    expires_in: 3600,
    chat_expires_in: 7200,
    unionid: 'union-1',
    mark_source: true,
    conclusions: {
      text: { content: '谢谢您的咨询' },
      image: { pic_url: 'https://example.com/p.png' },
      link: { title: '复诊', picurl: 'https://example.com/p.png', desc: '如何预约', url: 'https://example.com' },
      miniprogram: { title: '挂号', pic_media_id: 'media-2', appid: 'wx1', page: '/index' },
    },
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getContactWay(client, { config_id: 'way-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_contact_way',
      query: {},
      token: 'test-token',
      body: { config_id: 'way-1' },
    },
  ])
})

test('behavior: fields, values and kinds of conclusions added later come through', async () => {
  const later = {
    contact_way: {
      config_id: 'way-1',
      type: 3,
      scene: 3,
      style: 4,
      remark: '',
      skip_verify: false,
      state: '',
      user: [],
      is_temp: true,
      conclusions: { video: { pic_url: 'https://example.com/v.mp4' } },
      field_added_later: true,
    },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getContactWay(client, { config_id: 'way-1' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getContactWay(client, { config_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getContactWay failed: config_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test('error: the way is unknown', async () => {
  const { client } = createTestClient([{ errcode: 41044, errmsg: 'invalid config_id, hint: [3201]' }])

  await expect(getContactWay(client, { config_id: 'way-9' })).rejects.toMatchObject({ kind: 'api', errcode: 41044 })
})
