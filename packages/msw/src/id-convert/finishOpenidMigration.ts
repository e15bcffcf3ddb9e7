import { finishOpenidMigrationEndpoint } from '@wecom/id-convert'
import { type Served, serveProvider } from '../serve/serve.ts'
import { finishMigration } from './finishMigration.ts'

export const finishOpenidMigrationServed: Served = serveProvider(
  finishOpenidMigrationEndpoint,
  (tenant, { corpid, openid_type }, { provider }) => {
    finishMigration(tenant, provider, corpid, openid_type)
    return {}
  },
)
