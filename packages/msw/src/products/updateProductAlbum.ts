import { updateProductAlbumEndpoint } from '@wecom/products'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { toMediaIds } from './productOnWire.ts'

export const updateProductAlbumServed: Served = serve(
  updateProductAlbumEndpoint,
  (tenant, { product_id, description, price, product_sn, attachments }, { app }) => {
    if (attachments?.length === 0) throw new Refusal(41088)
    tenant.products.update(app, product_id, {
      ...(description !== undefined && { description }),
      ...(price !== undefined && { price }),
      ...(product_sn !== undefined && { product_sn }),
      ...(attachments && { media_ids: toMediaIds(tenant, attachments) }),
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
