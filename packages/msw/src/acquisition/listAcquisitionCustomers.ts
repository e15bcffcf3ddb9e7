import { listAcquisitionCustomersEndpoint } from '@wecom/acquisition'
import { type Served, serve } from '../serve/serve.ts'

const maxLimit = 1000

export const listAcquisitionCustomersServed: Served = serve(
  listAcquisitionCustomersEndpoint,
  (tenant, { link_id, cursor, limit = maxLimit }, { app }) => {
    tenant.acquisition.get(app, link_id)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listAcquisitionCustomers', app.name, link_id],
      cursor,
      limit,
      list: () => tenant.acquisition.customers().filter((customer) => customer.link_id === link_id),
    })
    return {
      customer_list: items.map(({ external_userid, userid, state = '', at }) => ({
        external_userid,
        userid,
        chat_status: tenant.conversations.countFromCustomer(userid, external_userid, at) > 0 ? 1 : 0,
        state,
      })),
      next_cursor,
    }
  },
  { empty: { customer_list: [] } },
)
