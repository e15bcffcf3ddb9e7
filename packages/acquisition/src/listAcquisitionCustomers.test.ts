import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listAcquisitionCustomers, type ListAcquisitionCustomersResult } from './listAcquisitionCustomers.ts'

const result: ListAcquisitionCustomersResult = {
  customer_list: [
    { external_userid: 'wm1', userid: 'chenjie', chat_status: 1, state: 'window-7' },
    { external_userid: 'wm1', userid: 'wangfang', chat_status: 0, state: '' },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listAcquisitionCustomers(client, { link_id: 'link-1', limit: 2, cursor: 'page-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/customer',
      query: {},
      token: 'test-token',
      body: { link_id: 'link-1', limit: 2, cursor: 'page-1' },
    },
  ])
})

test('behavior: limit and cursor that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listAcquisitionCustomers(client, { link_id: 'link-1', limit: undefined, cursor: undefined })

  expect(sent[0]?.body).toEqual({ link_id: 'link-1' })
})

test('behavior: a chat_status added later comes through', async () => {
  const later = { customer_list: [{ external_userid: 'wm1', userid: 'chenjie', chat_status: 3 }], next_cursor: '' }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await listAcquisitionCustomers(client, { link_id: 'link-1' })).toEqual(later)
})

test('error: an empty id and a page that is too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listAcquisitionCustomers(client, { link_id: '', limit: 1001 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listAcquisitionCustomers failed: link_id: must not be empty; limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/customer
    Docs: https://developer.work.weixin.qq.com/document/path/97298]
  `)
  expect(sent).toEqual([])
})
