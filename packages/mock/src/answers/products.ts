import {
  createProductAlbumEndpoint,
  deleteProductAlbumEndpoint,
  getProductAlbumEndpoint,
  listProductAlbumsEndpoint,
  type Product as ProductOnWire,
  type ProductAttachmentParams,
  updateProductAlbumEndpoint,
} from '@wecom/products'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Product } from '../state/products.ts'
import { serve, type Served } from './serve.ts'

function toProductOnWire({ product_id, product_sn, description, price, media_ids }: Product): ProductOnWire {
  const attachments = media_ids.map((media_id) => ({ type: 'image', image: { media_id } }))
  return { product_id, product_sn, description, price, attachments }
}

function toMediaIds(corp: Corp, attachments: readonly ProductAttachmentParams[]): string[] {
  return attachments.map(({ image: { media_id } }) => {
    if (corp.media.get(media_id).attachment_type !== 2) throw new Refusal(41072)
    return media_id
  })
}

const createProductAlbumServed: Served = serve(
  createProductAlbumEndpoint,
  (corp, { description, price, product_sn = '', attachments }, { app }) => {
    const media_ids = toMediaIds(corp, attachments)
    return { product_id: corp.products.create(app, { description, price, product_sn, media_ids }) }
  },
  {
    missing: { description: 41087, attachments: 41088 },
    invalid: {
      description: 41087,
      price: 41086,
      product_sn: 41085,
      attachments: 41064,
      'attachments.type': 41065,
      'attachments.image.media_id': 40007,
    },
  },
)

const getProductAlbumServed: Served = serve(
  getProductAlbumEndpoint,
  (corp, { product_id }) => {
    const product = corp.products.get(product_id)
    return { product: { ...toProductOnWire(product), create_time: product.create_time } }
  },
  { missing: { product_id: 41075 } },
)

const defaultLimit = 50
// With a greater `limit`, a page has the default size.
const maxLimit = 100

const listProductAlbumsServed: Served = serve(
  listProductAlbumsEndpoint,
  (corp, { cursor, limit = defaultLimit }, { app }) => {
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listProductAlbums', app.name],
      cursor,
      limit: limit > maxLimit ? defaultLimit : limit,
      list: () => corp.products.list(),
    })
    return { next_cursor, product_list: items.map(toProductOnWire) }
  },
  { failureFields: { product_list: [] } },
)

const updateProductAlbumServed: Served = serve(
  updateProductAlbumEndpoint,
  (corp, { product_id, description, price, product_sn, attachments }, { app }) => {
    if (attachments?.length === 0) throw new Refusal(41088)
    corp.products.update(app, product_id, {
      ...(description !== undefined && { description }),
      ...(price !== undefined && { price }),
      ...(product_sn !== undefined && { product_sn }),
      ...(attachments && { media_ids: toMediaIds(corp, attachments) }),
    })
    return {}
  },
  {
    missing: { product_id: 41075 },
    invalid: {
      description: 41087,
      price: 41086,
      product_sn: 41085,
      attachments: 41064,
      'attachments.type': 41065,
      'attachments.image.media_id': 40007,
    },
  },
)

const deleteProductAlbumServed: Served = serve(
  deleteProductAlbumEndpoint,
  (corp, { product_id }, { app }) => {
    corp.products.delete(app, product_id)
    return {}
  },
  { missing: { product_id: 41075 } },
)

export const productsServed: readonly Served[] = [
  createProductAlbumServed,
  deleteProductAlbumServed,
  getProductAlbumServed,
  listProductAlbumsServed,
  updateProductAlbumServed,
]
