import { staticToken } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listAcquisitionBills, type ListAcquisitionBillsResult } from './listAcquisitionBills.ts'

const token = staticToken('test-token', 'suite')
const firstOfMarch = Date.parse('2026-03-01T00:00+08:00') / 1000
const day = 86_400

const params = { begin_time: firstOfMarch, end_time: firstOfMarch + 31 * day, auth_corpid: 'ww1' }

const result: ListAcquisitionBillsResult = {
  bill_list: [{ timestamp: firstOfMarch + 3600, link_id: 'link-1', state: 'window-7', price: 150 }],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }], { token })

  expect(await listAcquisitionBills(client, { ...params, cursor: 'page-1', limit: 1 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/service/customer_acquisition/get_bill_list',
      query: { suite_access_token: 'test-token' },
      body: { ...params, cursor: 'page-1', limit: 1 },
    },
  ])
})

test('behavior: a walk ends with the page without a cursor; a deleted link has no id', async () => {
  const deleted = { timestamp: firstOfMarch + 7200, price: 150 }
  const { client, sent } = createTestClient(
    [
      { errcode: 0, errmsg: 'ok', ...result },
      { errcode: 0, errmsg: 'ok', bill_list: [deleted] },
    ],
    { token },
  )

  const walked = []
  for await (const bill of listAcquisitionBills(client, params)) walked.push(bill)

  expect(walked).toEqual([...result.bill_list, deleted])
  expect(sent.map(({ body }) => body)).toEqual([params, { ...params, cursor: 'page-2' }])
})

test('error: an end before the start is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], { token })

  await expect(listAcquisitionBills(client, { ...params, end_time: params.begin_time - 1 })).rejects.toThrow(
    'end_time must not be before begin_time',
  )
  expect(sent).toEqual([])
})

test('error: more than 31 days and a page that is too long are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([], { token })

  await expect(listAcquisitionBills(client, { ...params, end_time: params.end_time + 1, limit: 100 })).rejects
    .toMatchInlineSnapshot(`
    [WeComValidationError: listAcquisitionBills failed: end_time must not be before begin_time, and at most 31 days after it; nothing was sent

    Endpoint: POST /cgi-bin/service/customer_acquisition/get_bill_list
    Docs: https://developer.work.weixin.qq.com/document/path/99602]
  `)
  await expect(listAcquisitionBills(client, { ...params, limit: 1001 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listAcquisitionBills failed: limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/service/customer_acquisition/get_bill_list
    Docs: https://developer.work.weixin.qq.com/document/path/99602]
  `)
  expect(sent).toEqual([])
})
