import type { App } from '../tenant/apps.ts'
import type { RangeNode, Strategies } from '../tenant/strategies.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { StrategyPageParams } from './pageOfStrategies.ts'

/** One page of the members and departments that a rule group manages; the last one is without `next_cursor`. */
export function pageOfStrategyRange<Privilege extends object>(
  tenant: Tenant,
  endpoint: string,
  app: App,
  strategies: Strategies<Privilege>,
  { strategy_id, cursor, limit = 1000 }: StrategyPageParams & { readonly strategy_id: number },
): { range: RangeNode[]; next_cursor?: string } {
  const { range } = strategies.get(app, strategy_id)
  const { items, next_cursor } = tenant.cursors.page({
    scope: [endpoint, app.name, strategy_id],
    cursor,
    limit,
    list: () => range,
  })
  return { range: items, ...(next_cursor !== undefined && { next_cursor }) }
}
