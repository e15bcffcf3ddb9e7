import { getProductAlbumEndpoint } from '@wecom/products'
import { type Served, serve } from '../serve/serve.ts'
import { toProductOnWire } from './productOnWire.ts'

export const getProductAlbumServed: Served = serve(
  getProductAlbumEndpoint,
  (tenant, { product_id }) => {
    const product = tenant.products.get(product_id)
    return { product: { ...toProductOnWire(product), create_time: product.create_time } }
  },
  { missing: { product_id: 41075 } },
)
