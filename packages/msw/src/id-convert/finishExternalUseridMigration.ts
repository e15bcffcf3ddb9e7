import { finishExternalUseridMigrationEndpoint } from '@wecom/id-convert'
import { type Served, serveProvider } from '../serve/serve.ts'
import { finishMigration } from './finishMigration.ts'

export const finishExternalUseridMigrationServed: Served = serveProvider(
  finishExternalUseridMigrationEndpoint,
  (tenant, { corpid }, { provider }) => {
    finishMigration(tenant, provider, corpid, [3])
    return {}
  },
)
