import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { deleteProductAlbum } from './deleteProductAlbum.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await deleteProductAlbum(client, { product_id: 'prod-31' })).toEqual({})
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/delete_product_album',
      query: {},
      token: 'test-token',
      body: { product_id: 'prod-31' },
    },
  ])
})

test('error: an empty id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(deleteProductAlbum(client, { product_id: '' })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: deleteProductAlbum failed: product_id: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/delete_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  expect(sent).toEqual([])
})

test('error: the product was deleted before', async () => {
  const { client } = createTestClient([{ errcode: 41074, errmsg: 'product has been deleted, hint: [31]' }])

  await expect(deleteProductAlbum(client, { product_id: 'prod-31' })).rejects.toMatchObject({
    kind: 'api',
    errcode: 41074,
  })
})
