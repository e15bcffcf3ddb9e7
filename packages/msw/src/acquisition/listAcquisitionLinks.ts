import { listAcquisitionLinksEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'

const maxLimit = 100

export const listAcquisitionLinksServed: Served = serve(
  listAcquisitionLinksEndpoint,
  (tenant, { cursor, limit = maxLimit }, { app }) => {
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listAcquisitionLinks', app.name],
      cursor,
      limit,
      list: () => tenant.acquisition.list().filter((link) => link.app === app.name),
    })
    return { link_id_list: items.map(({ link_id }) => link_id), next_cursor }
  },
  { empty: { link_id_list: [] } },
)
