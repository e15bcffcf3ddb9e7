import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listAcquisitionLinks, type ListAcquisitionLinksResult } from './listAcquisitionLinks.ts'

const result: ListAcquisitionLinksResult = { link_id_list: ['link-1', 'link-2'], next_cursor: 'page-2' }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listAcquisitionLinks(client, { limit: 2, cursor: 'page-1' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/customer_acquisition/list_link',
      query: {},
      token: 'test-token',
      body: { limit: 2, cursor: 'page-1' },
    },
  ])
})

test('behavior: the first page needs no parameters, and a page without a cursor is the last', async () => {
  const { client, sent } = createTestClient([
    { errcode: 0, errmsg: 'ok', ...result },
    { errcode: 0, errmsg: 'ok', link_id_list: ['link-3'] },
  ])

  const walked = []
  for await (const id of listAcquisitionLinks(client)) walked.push(id)

  expect(walked).toEqual(['link-1', 'link-2', 'link-3'])
  expect(sent.map(({ body }) => body)).toEqual([{}, { cursor: 'page-2' }])
})

test('error: a page of more than 100 links is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listAcquisitionLinks(client, { limit: 101 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listAcquisitionLinks failed: limit: Invalid value: Expected <=100 but received 101; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/customer_acquisition/list_link
    Docs: https://developer.work.weixin.qq.com/document/path/97297]
  `)
  expect(sent).toEqual([])
})

test('error: the app may not use acquisition links', async () => {
  const { client } = createTestClient([{ errcode: 48002, errmsg: 'api forbidden, hint: [3101]' }])

  await expect(listAcquisitionLinks(client)).rejects.toMatchObject({ kind: 'api', errcode: 48002 })
})
