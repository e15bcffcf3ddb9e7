import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listContactWays, type ListContactWaysResult } from './listContactWays.ts'

const result: ListContactWaysResult = {
  contact_way: [{ config_id: 'way-1' }, { config_id: 'way-2' }],
  next_cursor: 'page-2',
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])
  const params = { start_time: 1_767_225_600, end_time: 1_769_904_000, cursor: 'page-1', limit: 2 }

  expect(await listContactWays(client, params)).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/list_contact_way',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: the iteration follows the cursor', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', contact_way: [{ config_id: 'way-3' }], next_cursor: '' },
  ])

  const walked = []
  for await (const { config_id } of listContactWays(client)) walked.push(config_id)

  expect(walked).toEqual(['way-1', 'way-2', 'way-3'])
  expect(sent.map(({ body }) => body)).toEqual([{}, { cursor: 'page-2' }])
})

test('behavior: it needs no parameters', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', contact_way: [] }])

  expect(await listContactWays(client)).toEqual({ contact_way: [] })
  expect(sent[0]?.body).toEqual({})
})

test('error: an end before the start is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listContactWays(client, { start_time: 1_767_225_600, end_time: 1_767_225_599 })).rejects.toThrow(
    'failed: end_time must not be before start_time; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: a fraction of a second and too large a page are refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listContactWays(client, { start_time: 1_767_225_600.5, limit: 1001 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listContactWays failed: start_time: Invalid integer: Received 1767225600.5; limit: Invalid value: Expected <=1000 but received 1001; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/list_contact_way
    Docs: https://developer.work.weixin.qq.com/document/path/92228]
  `)
  expect(sent).toEqual([])
})

test('error: the cursor is not valid', async () => {
  const { client } = createTestClient([{ errcode: 50100, errmsg: 'invalid cursor, hint: [3202]' }])

  await expect(listContactWays(client, { cursor: 'page-9' })).rejects.toMatchObject({ kind: 'api', errcode: 50100 })
})
