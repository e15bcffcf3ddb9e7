import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getProductAlbum, type GetProductAlbumResult } from './getProductAlbum.ts'

const result: GetProductAlbumResult = {
  product: {
    product_id: 'prod-31',
    product_sn: 'TULIP10',
    description: '郁金香 10 支，花期七天',
    price: 5900,
    create_time: 1_760_000_000,
    attachments: [{ type: 'image', image: { media_id: 'media-1' } }],
  },
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', ...result }])

  expect(await getProductAlbum(client, { product_id: 'prod-31' })).toEqual(result)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/get_product_album',
      query: {},
      token: 'test-token',
      body: { product_id: 'prod-31' },
    },
  ])
})

test('behavior: pictures without type, kinds and fields added later come through', async () => {
  const later = {
    product: {
      product_id: 'prod-32',
      description: '玫瑰',
      price: 0,
      create_time: 1_760_000_000,
      attachments: [{ image: { media_id: 'media-1' } }, { type: 'picture', image: { media_id: 'media-2' } }],
      field_added_later: true,
    },
  }
  const { client } = createTestClient([{ errcode: 0, errmsg: 'ok', ...later }])

  expect(await getProductAlbum(client, { product_id: 'prod-32' })).toEqual(later)
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getProductAlbum(client, { product_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: getProductAlbum failed: product_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/get_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  expect(sent).toEqual([])
})

test('error: no such product', async () => {
  const { client } = createTestClient([{ errcode: 41075, errmsg: 'invalid product id, hint: [31]' }])

  await expect(getProductAlbum(client, { product_id: 'prod-9' })).rejects.toMatchObject({ kind: 'api', errcode: 41075 })
})
