import { beforeEach, expect, test } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { createRawCaller, type RawCaller } from '../fixtures/rawCaller.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { uploadedFile } from '../fixtures/uploadedFile.ts'

const corp = createFakeCorp({ state: smallCorp() })
let caller: RawCaller
let media_id: string
beforeEach(() => {
  corp.reset()
  caller = createRawCaller(corp, 'secret-all')
  media_id = uploadedFile(corp, 'image', 2)
})
const picture = (id = media_id) => ({ type: 'image', image: { media_id: id } })
const add = (body: object = {}) =>
  caller.post('externalcontact/add_product_album', {
    description: '沙发',
    price: 329_900,
    product_sn: 'SOFA01',
    attachments: [picture()],
    ...body,
  })
const read = (product_id: unknown) => caller.post('externalcontact/get_product_album', { product_id })

test('a product, from its making to its end', () => {
  const { product_id } = add()
  const product = { product_id, product_sn: 'SOFA01', description: '沙发', price: 329_900, attachments: [picture()] }

  expect(read(product_id)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    product: { ...product, create_time: corp.clock.seconds() },
  })
  expect(caller.post('externalcontact/get_product_album_list', {})).toEqual({
    errcode: 0,
    errmsg: 'ok',
    next_cursor: '',
    product_list: [product],
  })
  const change = { product_id, price: 1, product_sn: '' }
  expect(caller.post('externalcontact/update_product_album', change)).toMatchObject({ errcode: 0 })
  expect(read(product_id)).toMatchObject({ product: { description: '沙发', price: 1, product_sn: '' } })
  expect(caller.post('externalcontact/delete_product_album', { product_id })).toMatchObject({ errcode: 0 })
  expect([read(product_id), read('x')]).toMatchObject([{ errcode: 41074 }, { errcode: 41075 }])
})

test.for([
  [{ description: '' }, 41087],
  [{ description: '长'.repeat(301) }, 41087],
  [{ price: 5_000_001 }, 41086],
  [{ price: -1 }, 41086],
  [{ price: 'x' }, 40058],
  [{ attachments: 'x' }, 40058],
  [{ product_sn: '一' }, 41085],
  [{ attachments: [] }, 41088],
  [{ attachments: Array.from({ length: 10 }, () => ({ type: 'image', image: { media_id: 'x' } })) }, 41064],
  [{ attachments: [{ type: 'video', image: { media_id: 'x' } }] }, 41065],
  [{ attachments: [{ type: 'image', image: { media_id: 'x' } }] }, 40007],
] as const)('add_product_album with %j gets its errcode', ([change, errcode]) => {
  expect(add(change)).toMatchObject({ errcode })
})

test('pictures have to be uploaded for the album, within three days', () => {
  expect(add({ attachments: [picture(uploadedFile(corp, 'image'))] })).toMatchObject({ errcode: 41072 })
  expect(add({ attachments: [picture(uploadedFile(corp, 'image', 1))] })).toMatchObject({ errcode: 41072 })
  corp.clock.advance({ days: 3 })
  caller = createRawCaller(corp, 'secret-all')
  expect(add()).toMatchObject({ errcode: 40007 })
})

function count(limit?: number): number {
  return (caller.post('externalcontact/get_product_album_list', { limit })['product_list'] as unknown[]).length
}

test('a limit above 100 counts as 50', () => {
  const ids = Array.from({ length: 120 }, (_, index) => add({ product_sn: `S${index}` })['product_id'])

  expect([ids.length, count(), count(100), count(101)]).toEqual([120, 50, 100, 50])
})

test('other apps read a product, and do not change it', () => {
  const { product_id } = add()
  const sales = createRawCaller(corp, 'secret-sales')

  expect(sales.post('externalcontact/get_product_album', { product_id })).toMatchObject({ errcode: 0 })
  expect(sales.post('externalcontact/update_product_album', { product_id, price: 1 })).toMatchObject({ errcode: 60011 })
  expect(sales.post('externalcontact/delete_product_album', { product_id })).toMatchObject({ errcode: 60011 })
})

test('products and pictures go into a state and come back', () => {
  add()
  const copy = createFakeCorp({ state: corp.state() })

  expect(copy.state()).toEqual(corp.state())
  expect(copy.media.get(media_id)).toEqual(corp.media.get(media_id))
})
