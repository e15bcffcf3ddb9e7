import { getOpenidMigrationEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const getOpenidMigrationServed: Served = serve(
  getOpenidMigrationEndpoint,
  (tenant, _params, { app }) => {
    onlyForProviders(app)
    const migrated = tenant.provider.get()?.migrated ?? []
    const kinds = [1, 3] as const
    return {
      migration_info: kinds.map((openid_type) => ({ openid_type, status: migrated.includes(openid_type) ? 1 : 0 })),
    }
  },
  { customerContact: false, empty: { migration_info: [] } },
)
