import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { updateProductAlbum, type UpdateProductAlbumParams } from './updateProductAlbum.ts'

const params: UpdateProductAlbumParams = {
  product_id: 'prod-31',
  description: '郁金香 20 支',
  price: 9900,
  product_sn: 'TULIP20',
  attachments: [{ type: 'image', image: { media_id: 'media-4' } }],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await updateProductAlbum(client, params)).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/update_product_album',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: fields that are undefined are not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  await updateProductAlbum(client, {
    product_id: 'prod-31',
    description: undefined,
    price: 8900,
    product_sn: undefined,
    attachments: undefined,
  })

  expect(sent[0]?.body).toEqual({ product_id: 'prod-31', price: 8900 })
})

test('error: what breaks the limits is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const attachments = Array.from({ length: 10 }, () => ({ type: 'image', image: { media_id: '' } }) as const)

  await expect(
    updateProductAlbum(client, {
      product_id: '',
      description: '长'.repeat(301),
      price: 5_000_001,
      product_sn: '郁金香',
      attachments: attachments.slice(0, 1),
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: updateProductAlbum failed: product_id: must not be empty; description: at most 300 characters; price: Invalid value: Expected <=5000000 but received 5000001; product_sn: only digits and letters; attachments[0].image.media_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/update_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  await expect(updateProductAlbum(client, { product_id: 'prod-31', attachments })).rejects.toThrow(
    'attachments: Invalid length: Expected <=9',
  )
  expect(sent).toEqual([])
})

test('error: the product was deleted', async () => {
  const { client } = createTestClient([{ errcode: 41074, errmsg: 'product has been deleted, hint: [31]' }])

  await expect(updateProductAlbum(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41074 })
})
