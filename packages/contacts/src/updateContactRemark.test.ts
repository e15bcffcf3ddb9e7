import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateContactRemark } from './updateContactRemark.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])
  const params = {
    userid: 'chenjie',
    external_userid: 'wm1',
    remark: '周店长',
    description: '每周五送货',
    remark_company: '云上花店',
    remark_mobiles: ['13900000002', '13900000003'],
    remark_pic_mediaid: 'media-1',
  }

  expect(await updateContactRemark(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/remark',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: an empty string is sent, a field that is undefined is not', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateContactRemark(client, {
    userid: 'chenjie',
    external_userid: 'wm1',
    remark: undefined,
    description: '',
    remark_mobiles: '',
  })

  expect(sent[0]?.body).toEqual({ userid: 'chenjie', external_userid: 'wm1', description: '', remark_mobiles: '' })
})

test('behavior: numbers can be cleared in the other form, too', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateContactRemark(client, { userid: 'chenjie', external_userid: 'wm1', remark_mobiles: [''] })

  expect(sent[0]?.body).toEqual({ userid: 'chenjie', external_userid: 'wm1', remark_mobiles: [''] })
})

test('behavior: 20 characters outside the basic plane are 20 characters', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateContactRemark(client, { userid: 'chenjie', external_userid: 'wm1', remark: '🌷'.repeat(20) })

  expect(sent).toHaveLength(1)
})

test('error: a call that changes nothing is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(updateContactRemark(client, { userid: 'chenjie', external_userid: 'wm1' })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: updateContactRemark failed: one of remark, description, remark_company, remark_mobiles and remark_pic_mediaid is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/remark
    Docs: https://developer.work.weixin.qq.com/document/path/92115]
  `)
  expect(sent).toEqual([])
})

test('error: notes that are too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(
    updateContactRemark(client, {
      userid: 'chenjie',
      external_userid: 'wm1',
      remark: '长'.repeat(21),
      description: '长'.repeat(151),
      remark_company: '长'.repeat(21),
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateContactRemark failed: remark: at most 20 characters; description: at most 150 characters; remark_company: at most 20 characters; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/remark
    Docs: https://developer.work.weixin.qq.com/document/path/92115]
  `)
  expect(sent).toEqual([])
})

test('error: the customer is not one of this member', async () => {
  const { client } = createTestClient([{ errcode: 84061, errmsg: 'not external contact, hint: [2609]' }])

  await expect(
    updateContactRemark(client, { userid: 'chenjie', external_userid: 'wm9', remark: '周' }),
  ).rejects.toMatchObject({ kind: 'api', errcode: 84061 })
})
