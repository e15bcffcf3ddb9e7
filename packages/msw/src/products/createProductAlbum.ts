import { createProductAlbumEndpoint } from '@wecom/products'
import { type Served, serve } from '../serve/serve.ts'
import { toMediaIds } from './productOnWire.ts'

export const createProductAlbumServed: Served = serve(
  createProductAlbumEndpoint,
  (tenant, { description, price, product_sn = '', attachments }, { app }) => {
    const media_ids = toMediaIds(tenant, attachments)
    return { product_id: tenant.products.create(app, { description, price, product_sn, media_ids }) }
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
