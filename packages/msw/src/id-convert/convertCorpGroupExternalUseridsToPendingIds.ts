import { convertCorpGroupExternalUseridsToPendingIdsEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { knownPendingIds } from './knownPendingIds.ts'

export const convertCorpGroupExternalUseridsToPendingIdsServed: Served = serve(
  convertCorpGroupExternalUseridsToPendingIdsEndpoint,
  (tenant, params, { app }) => ({ result: knownPendingIds(tenant, app, 'upstream', params) }),
  { empty: { result: [] } },
)
