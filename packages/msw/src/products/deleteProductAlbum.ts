import { deleteProductAlbumEndpoint } from '@wecom/products'
import { type Served, serve } from '../serve/serve.ts'

export const deleteProductAlbumServed: Served = serve(
  deleteProductAlbumEndpoint,
  (tenant, { product_id }, { app }) => {
    tenant.products.delete(app, product_id)
    return {}
  },
  { missing: { product_id: 41075 } },
)
