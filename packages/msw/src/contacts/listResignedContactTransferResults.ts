import { listResignedContactTransferResultsEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { listTransferResults } from './listTransferResults.ts'

export const listResignedContactTransferResultsServed: Served = serve(
  listResignedContactTransferResultsEndpoint,
  (tenant, params, { app }) => {
    const { items, next_cursor = '' } = listTransferResults(tenant, app, 'resigned', params)
    return { customer: items, next_cursor }
  },
  { empty: { customer: [] } },
)
