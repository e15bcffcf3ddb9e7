import { convertExternalUseridsToPendingIdsEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { knownPendingIds } from './knownPendingIds.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const convertExternalUseridsToPendingIdsServed: Served = serve(
  convertExternalUseridsToPendingIdsEndpoint,
  (tenant, params, { app }) => {
    onlyForProviders(app)
    return { result: knownPendingIds(tenant, app, 'provider', params) }
  },
  { empty: { result: [] } },
)
