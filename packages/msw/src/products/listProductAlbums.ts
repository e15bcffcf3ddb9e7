import { listProductAlbumsEndpoint } from '@wecom/products'
import { type Served, serve } from '../serve/serve.ts'
import { toProductOnWire } from './productOnWire.ts'

const defaultLimit = 50
/** Above it the default counts, not this one. */
const maxLimit = 100

export const listProductAlbumsServed: Served = serve(
  listProductAlbumsEndpoint,
  (tenant, { cursor, limit = defaultLimit }, { app }) => {
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listProductAlbums', app.name],
      cursor,
      limit: limit > maxLimit ? defaultLimit : limit,
      list: () => tenant.products.list(),
    })
    return { next_cursor, product_list: items.map(toProductOnWire) }
  },
  { empty: { product_list: [] } },
)
