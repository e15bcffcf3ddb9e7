import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { transferContactLegacy } from './transferContactLegacy.ts'

const params = { external_userid: 'wm1', handover_userid: 'chenjie', takeover_userid: 'wangfang' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await transferContactLegacy(client, { ...params, transfer_success_msg: '以后由王芳为您服务' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/transfer',
      query: {},
      token: 'test-token',
      body: { ...params, transfer_success_msg: '以后由王芳为您服务' },
    },
  ])
})

test('behavior: a message that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await transferContactLegacy(client, { ...params, transfer_success_msg: undefined })

  expect(sent[0]?.body).toEqual(params)
})

test('error: a message that is too long is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(transferContactLegacy(client, { ...params, transfer_success_msg: '长'.repeat(201) })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: transferContactLegacy failed: transfer_success_msg: at most 200 characters; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/transfer
    Docs: https://developer.work.weixin.qq.com/document/path/91564]
  `)
  expect(sent).toEqual([])
})

test('error: the customer is being transferred already', async () => {
  const { client } = createTestClient([{ errcode: 40100, errmsg: 'contact in transfer, hint: [2612]' }])

  await expect(transferContactLegacy(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 40100,
    ambiguous: false,
  })
})

test('error: a lost connection is not followed by a second transfer', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(transferContactLegacy(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with getContactTransferResultLegacy before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
