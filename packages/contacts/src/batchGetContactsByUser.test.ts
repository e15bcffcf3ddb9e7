import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { batchGetContactsByUser, type BatchGetContactsByUserResult } from './batchGetContactsByUser.ts'

const result: BatchGetContactsByUserResult = {
  external_contact_list: [
    {
      external_contact: {
        external_userid: 'wo2',
        name: '周敏',
        avatar: 'https://example.com/avatar.png',
        type: 2,
        gender: 2,
        unionid: 'union-2',
        position: '店长',
        corp_name: '云上花店',
        corp_full_name: '杭州云上花店有限公司',
        external_profile: {
          external_attr: [
            { type: 0, name: '座右铭', text: { value: '花开有时' } },
            { type: 1, name: '网店', web: { url: 'https://example.com/shop', title: '花店' } },
            { type: 2, name: '订花', miniprogram: { appid: 'wx2', pagepath: '/order', title: '订花' } },
          ],
          external_corp_name: '云上花店',
        },
      },
      follow_info: {
        userid: 'chenjie',
        remark: '周店长',
        description: '每周五送货',
        createtime: 1_767_225_600,
        tag_id: ['et2', 'st3'],
        remark_corp_name: '花店',
        remark_mobiles: ['13900000002'],
        add_way: 10,
        oper_userid: 'wo2',
        state: 'spring-fair',
        wechat_channels: { nickname: '云上花事', source: 2 },
      },
    },
  ],
  next_cursor: 'page-2',
  fail_info: { unlicensed_userid_list: ['wangfang'] },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(
    await batchGetContactsByUser(client, { userid_list: ['chenjie', 'wangfang'], cursor: 'page-1', limit: 100 }),
  ).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/batch/get_by_user',
      query: {},
      token: 'test-token',
      body: { userid_list: ['chenjie', 'wangfang'], cursor: 'page-1', limit: 100 },
    },
  ])
})

test('behavior: a limit above 100 is sent, since WeCom takes it for 100', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await batchGetContactsByUser(client, { userid_list: ['chenjie'], limit: 500 })

  expect(sent[0]?.body).toEqual({ userid_list: ['chenjie'], limit: 500 })
})

test('error: more than 100 members are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const userid_list = Array.from({ length: 101 }, (_, index) => `member-${index}`)

  await expect(batchGetContactsByUser(client, { userid_list })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: batchGetContactsByUser failed: userid_list: Invalid length: Expected <=100 but received 101; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/batch/get_by_user
    Docs: https://developer.work.weixin.qq.com/document/path/92994]
  `)
  expect(sent).toEqual([])
})

test('error: none of the members has a licence', async () => {
  const { client } = createTestClient([{ errcode: 701008, errmsg: 'no valid licence, hint: [2608]' }])

  await expect(batchGetContactsByUser(client, { userid_list: ['wangfang'] })).rejects.toMatchObject({
    kind: 'api',
    errcode: 701008,
  })
})
