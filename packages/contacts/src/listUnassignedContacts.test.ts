import type { Paged } from '@wecom/core'
import { createTestClient } from '@wecom/core/testing'
import { expect, expectTypeOf, test } from 'vitest'
import {
  listUnassignedContacts,
  type ListUnassignedContactsResult,
  type UnassignedContact,
} from './listUnassignedContacts.ts'

const result: ListUnassignedContactsResult = {
  info: [{ handover_userid: 'chenjie', external_userid: 'wm1', dimission_time: 1_767_225_600 }],
  is_last: false,
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listUnassignedContacts(client, { cursor: 'page-1', page_size: 1 })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_unassigned_list',
      query: {},
      token: 'test-token',
      body: { cursor: 'page-1', page_size: 1 },
    },
  ])
})

test('behavior: the iteration ends if is_last is set, whatever the cursor', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', info: [], is_last: true, next_cursor: 'page-3' },
  ])

  const walked = []
  for await (const contact of listUnassignedContacts(client)) walked.push(contact)

  expect(walked).toEqual(result.info)
  expect(sent.map(({ body }) => body)).toEqual([{}, { cursor: 'page-2' }])
})

test('behavior: a page can be requested by number', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', info: [], is_last: true }])

  await listUnassignedContacts(client, { cursor: '', page_id: 49, page_size: 1000 })

  expect(sent[0]?.body).toEqual({ cursor: '', page_id: 49, page_size: 1000 })
})

test('behavior: a number of a page beside a cursor is sent, and ignored by WeCom', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listUnassignedContacts(client, { cursor: 'page-1', page_id: 50 })

  expect(sent[0]?.body).toEqual({ cursor: 'page-1', page_id: 50 })
})

test('error: entries beyond the first 50,000 cannot be requested by number', async () => {
  const { client, sent } = createTestClient([])

  await expect(listUnassignedContacts(client, { page_id: 50 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listUnassignedContacts failed: page_id * page_size must be below 50000; use cursor instead; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_unassigned_list
    Docs: https://developer.work.weixin.qq.com/document/path/92124]
  `)
  expect(sent).toEqual([])
})

test('types: the list is a page when awaited, and items when iterated', () => {
  expectTypeOf(listUnassignedContacts).returns.toEqualTypeOf<Paged<ListUnassignedContactsResult, UnassignedContact>>()
  expectTypeOf(listUnassignedContacts).returns.resolves.toEqualTypeOf<ListUnassignedContactsResult>()
})
