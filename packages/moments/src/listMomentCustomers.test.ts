import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listMomentCustomers, type ListMomentCustomersResult } from './listMomentCustomers.ts'

const result: ListMomentCustomersResult = {
  customer_list: [
    { userid: 'chenjie', external_userid: 'wm1' },
    { userid: 'chenjie', external_userid: 'wo2' },
  ],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { moment_id: 'mom-7', userid: 'chenjie', cursor: 'page-1', limit: 2 }

  expect(await listMomentCustomers(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_moment_customer_list',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a limit above 1000 is sent, since WeCom takes it for the default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', customer_list: [], next_cursor: '' }])

  await listMomentCustomers(client, { moment_id: 'mom-7', userid: 'chenjie', cursor: undefined, limit: 1001 })

  expect(sent[0]?.body).toEqual({ moment_id: 'mom-7', userid: 'chenjie', limit: 1001 })
})

test('error: empty ids are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listMomentCustomers(client, { moment_id: '', userid: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listMomentCustomers failed: moment_id: must not be empty; userid: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_moment_customer_list
    Docs: https://developer.work.weixin.qq.com/document/path/93333]
  `)
  expect(sent).toEqual([])
})

test('error: the member has not published the moment yet', async () => {
  const { client } = createTestClient([{ errcode: 41062, errmsg: 'moment not published, hint: [3106]' }])

  await expect(listMomentCustomers(client, { moment_id: 'mom-7', userid: 'wangfang' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41062,
  })
})
