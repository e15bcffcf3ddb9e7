import type { App } from '../tenant/apps.ts'
import type { Strategies } from '../tenant/strategies.ts'
import type { Tenant } from '../tenant/Tenant.ts'

export interface StrategyPageParams {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** One page of the rule groups that an app created; the last one is without `next_cursor`. */
export function pageOfStrategies<Privilege extends object>(
  tenant: Tenant,
  endpoint: string,
  app: App,
  strategies: Strategies<Privilege>,
  { cursor, limit = 1000 }: StrategyPageParams,
): { strategy: { strategy_id: number }[]; next_cursor?: string } {
  const { items, next_cursor } = tenant.cursors.page({
    scope: [endpoint, app.name],
    cursor,
    limit,
    list: () => strategies.ofApp(app).map(({ strategy_id }) => ({ strategy_id })),
  })
  return { strategy: items, ...(next_cursor !== undefined && { next_cursor }) }
}
