import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { listProductAlbums, type ListProductAlbumsResult } from './listProductAlbums.ts'

const result: ListProductAlbumsResult = {
  next_cursor: 'd+e/f=',
  product_list: [
    {
      product_id: 'prod-31',
      product_sn: 'TULIP10',
      description: '郁金香 10 支，花期七天',
      price: 5900,
      attachments: [{ type: 'image', image: { media_id: 'media-1' } }],
    },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await listProductAlbums(client, { limit: 100, cursor: 'a+b/c=' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_product_album_list',
      query: {},
      token: 'test-token',
      body: { limit: 100, cursor: 'a+b/c=' },
    },
  ])
})

test('behavior: the first page needs no parameters, and fields that are undefined are not sent', async () => {
  const answer = { errcode: 0, errmsg: 'ok', product_list: [] }
  const { client, sent } = createTestClient([answer, answer])

  expect(await listProductAlbums(client)).toEqual({ product_list: [] })
  await listProductAlbums(client, { limit: undefined, cursor: undefined })

  expect(sent.map(({ body }) => body)).toEqual([{}, {}])
})

test('behavior: a limit above the maximum is sent, WeCom takes it for the default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  await listProductAlbums(client, { limit: 101 })

  expect(sent[0]?.body).toEqual({ limit: 101 })
})

test('error: a limit of 0 is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(listProductAlbums(client, { limit: 0 })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: listProductAlbums failed: limit: Invalid value: Expected >=1 but received 0; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_product_album_list
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  expect(sent).toEqual([])
})
