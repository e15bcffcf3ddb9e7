import { Refusal } from '../Refusal.ts'
import type { Provider } from '../tenant/provider.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Notes that some kinds of ids are migrated, for good. */
export function finishMigration(tenant: Tenant, provider: Provider, corpid: string, kinds: readonly (1 | 3)[]): void {
  if (corpid === provider.corpid) throw new Refusal(610022)
  const isAuthorized = corpid === tenant.corpId && tenant.apps.list().some(({ suite_id }) => suite_id !== undefined)
  if (!isAuthorized) throw new Refusal(40013)
  provider.migrated = [...new Set([...provider.migrated, ...kinds])]
}
