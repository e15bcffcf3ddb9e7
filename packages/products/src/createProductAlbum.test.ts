import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { createProductAlbum, type CreateProductAlbumParams } from './createProductAlbum.ts'

const params: CreateProductAlbumParams = {
  description: '郁金香 10 支，花期七天',
  price: 5_000_000,
  product_sn: 'TULIP10',
  attachments: [
    { type: 'image', image: { media_id: 'media-1' } },
    { type: 'image', image: { media_id: 'media-2' } },
  ],
}

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', product_id: 'prod-31' }])

  expect(await createProductAlbum(client, params)).toEqual({ product_id: 'prod-31' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/cgi-bin/externalcontact/add_product_album',
      query: {},
      token: 'test-token',
      body: params,
    },
  ])
})

test('behavior: a code that is undefined is not sent', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', product_id: 'prod-31' }])
  const { description, price, attachments } = params

  await createProductAlbum(client, { ...params, product_sn: undefined })

  expect(sent[0]?.body).toEqual({ description, price, attachments })
})

test('behavior: 300 characters outside the basic plane are 300 characters', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', product_id: 'prod-31' }])

  await createProductAlbum(client, { ...params, description: '🌷'.repeat(300) })

  expect(sent).toHaveLength(1)
})

test('error: what breaks the limits is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const attachments = Array.from({ length: 10 }, () => ({ type: 'image', image: { media_id: 'media-1' } }) as const)

  await expect(
    createProductAlbum(client, {
      description: '长'.repeat(301),
      price: 5_000_001,
      product_sn: 'TULIP-10',
      attachments,
    }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createProductAlbum failed: description: at most 300 characters; price: Invalid value: Expected <=5000000 but received 5000001; product_sn: only digits and letters; attachments: Invalid length: Expected <=9 but received 10; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  await expect(
    createProductAlbum(client, { description: '', price: 59.5, product_sn: '1'.repeat(129), attachments: [] }),
  ).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createProductAlbum failed: description: must not be empty; price: Invalid integer: Received 59.5; product_sn: Invalid length: Expected <=128 but received 129; attachments: must not be empty; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  expect(sent).toEqual([])
})

test('error: a negative price is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(createProductAlbum(client, { ...params, price: -1 })).rejects.toThrow(
    'failed: price: Invalid value: Expected >=0 but received -1; nothing was sent',
  )
  expect(sent).toEqual([])
})

test('error: an attachment that is no picture is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])
  const attachments = [{ type: 'video', video: { media_id: 'media-3' } }] as unknown as typeof params.attachments

  await expect(createProductAlbum(client, { ...params, attachments })).rejects.toMatchInlineSnapshot(`
    [WeComValidationError: createProductAlbum failed: attachments[0].type: Invalid type: Expected "image"; attachments[0].image: is required; nothing was sent

    Endpoint: POST /cgi-bin/externalcontact/add_product_album
    Docs: https://developer.work.weixin.qq.com/document/path/95096]
  `)
  expect(sent).toEqual([])
})

test('error: the corp has reached its number of products', async () => {
  const { client } = createTestClient([{ errcode: 41202, errmsg: 'product count exceeds limit, hint: [31]' }])

  await expect(createProductAlbum(client, params)).rejects.toMatchObject({ kind: 'api', errcode: 41202 })
})

test('error: a lost connection is not followed by a second product', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(createProductAlbum(client, params)).rejects.toMatchObject({
    kind: 'network',
    ambiguous: true,
    message: expect.stringContaining('check with listProductAlbums before sending it again'),
  })
  expect(sent).toHaveLength(1)
})
