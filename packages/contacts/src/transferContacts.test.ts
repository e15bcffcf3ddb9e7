import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { transferContacts, type TransferContactsResult } from './transferContacts.ts'

const params = { handover_userid: 'chenjie', takeover_userid: 'wangfang', external_userid: ['wm1', 'wm2'] }

const result: TransferContactsResult = {
  customer: [
    { external_userid: 'wm1', errcode: 0 },
    { external_userid: 'wm2', errcode: 40_128 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await transferContacts(client, { ...params, transfer_success_msg: '以后由王芳为您服务' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/transfer_customer',
      query: {},
      token: 'test-token',
      body: { ...params, transfer_success_msg: '以后由王芳为您服务' },
    },
  ])
})

test('behavior: a message that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await transferContacts(client, { ...params, transfer_success_msg: undefined })

  expect(sent[0]?.body).toEqual(params)
})

test('error: no customers and a message that is too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(transferContacts(client, { ...params, external_userid: [], transfer_success_msg: '长'.repeat(201) }))
    .rejects.toMatchInlineSnapshot(`
    [WeComValidationError: transferContacts failed: external_userid: must not be empty; transfer_success_msg: at most 200 characters; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/transfer_customer
    Docs: https://developer.work.weixin.qq.com/document/path/92125]
  `)
  expect(sent).toEqual([])
})

test('error: a lost connection is not followed by a second transfer', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(transferContacts(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listContactTransferResults before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
