import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getContact, type GetContactResult } from './getContact.ts'

const result: GetContactResult = {
  external_contact: {
    external_userid: 'wo_customer_of_sifang',
    name: '李四',
    avatar: 'https://example.com/p.png',
    type: 2,
    gender: 1,
    unionid: 'o6_union_of_lisi',
    position: '采购经理',
    corp_name: '四方',
    corp_full_name: '四方贸易有限公司',
    external_profile: {
      external_attr: [
        { type: 0, name: '口号', text: { value: '诚信' } },
        { type: 1, name: '官网', web: { url: 'https://example.com', title: '四方' } },
        { type: 2, name: '小程序', miniprogram: { appid: 'wx1', pagepath: '/index', title: '商城' } },
      ],
      external_corp_name: '四方贸易',
    },
    foreign_key: 'p-17',
    is_subscribe: 1,
    subscriber_info: { tag_id: ['et1'], remark_mobiles: ['13800000000'], remark: '三年级' },
  },
  follow_user: [
    {
      userid: 'zhangsan',
      remark: '李总',
      description: '对接采购',
      createtime: 1_760_000_000,
      tags: [
        { group_name: '级别', tag_name: '重要', tag_id: 'et1', type: 1 },
        { group_name: '我的', tag_name: '球友', type: 2 },
      ],
      remark_corp_name: '四方',
      remark_mobiles: ['13800000001'],
      add_way: 10,
      oper_userid: 'zhangsan',
      state: 'channel-7',
      wechat_channels: { nickname: '视频号', source: 1 },
    },
  ],
  next_cursor: 'a+b/c=',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getContact(client, { external_userid: 'wm1', cursor: 'a+b/c=' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/cgi-bin/externalcontact/get',
      query: { external_userid: 'wm1', cursor: 'a+b/c=' },
      token: 'test-token',
    },
  ])
})

test('behavior: a field that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await getContact(client, { external_userid: 'wm1', cursor: undefined })

  expect(sent[0]?.query).toEqual({ external_userid: 'wm1' })
})

test('behavior: fields and values added later come through', async () => {
  const later = {
    external_contact: { external_userid: 'wm1', name: '李四', type: 3, gender: 0, field_added_later: true },
    follow_user: [],
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getContact(client, { external_userid: 'wm1' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getContact(client, { external_userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getContact failed: external_userid: must not be empty; nothing was sent

    Endpoint: GET /cgi-bin/externalcontact/get
    Docs: https://developer.work.weixin.qq.com/document/path/92114]
  `)
  expect(sent).toEqual([])
})

test('error: no member has this customer', async () => {
  const { client } = createTestClient([{ errcode: 84061, errmsg: 'not external contact, hint: [17000]' }])

  await expect(getContact(client, { external_userid: 'wm1' })).rejects.toMatchInlineSnapshot(`
    [WeComApiError: getContact failed: 84061 not external contact

    Endpoint: GET /cgi-bin/externalcontact/get
    Errcode: https://developer.work.weixin.qq.com/document/path/90313#错误码：84061
    Hint: 17000
    Docs: https://developer.work.weixin.qq.com/document/path/92114]
  `)
})
