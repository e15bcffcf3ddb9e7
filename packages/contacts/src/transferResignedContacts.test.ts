import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { transferResignedContacts, type TransferResignedContactsResult } from './transferResignedContacts.ts'

const params = { handover_userid: 'chenjie', takeover_userid: 'wangfang', external_userid: ['wm1', 'wm2'] }

const result: TransferResignedContactsResult = {
  customer: [
    { external_userid: 'wm1', errcode: 0 },
    { external_userid: 'wm2', errcode: 40_129 },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await transferResignedContacts(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/resigned/transfer_customer',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(transferResignedContacts(client, { ...params, external_userid: ['wm1', ''] })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: transferResignedContacts failed: external_userid[1]: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/resigned/transfer_customer
    Docs: https://developer.work.weixin.qq.com/document/path/94081]
  `)
  expect(sent).toEqual([])
})

test('error: the member has not left', async () => {
  const { client } = createTestClient([{ errcode: 40097, errmsg: 'member has not resigned, hint: [2611]' }])

  await expect(transferResignedContacts(client, params)).rejects.toMatchObject({
    kind: 'api',
    errcode: 40097,
    ambiguous: false,
  })
})

test('error: a lost connection is not followed by a second transfer', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(transferResignedContacts(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listResignedContactTransferResults before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
