import { listContactTransferResultsEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { listTransferResults } from './listTransferResults.ts'

export const listContactTransferResultsServed: Served = serve(
  listContactTransferResultsEndpoint,
  (tenant, params, { app }) => {
    const { items, next_cursor = '' } = listTransferResults(tenant, app, 'onjob', params)
    return { customer: items, next_cursor }
  },
  { empty: { customer: [] } },
)
