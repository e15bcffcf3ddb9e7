import {
  createCustomerStrategyEndpoint,
  deleteCustomerStrategyEndpoint,
  getCustomerStrategyEndpoint,
  listCustomerStrategiesEndpoint,
  listCustomerStrategyRangeEndpoint,
  updateCustomerStrategyEndpoint,
} from '@wecom/contacts'
import {
  createMomentStrategyEndpoint,
  deleteMomentStrategyEndpoint,
  getMomentStrategyEndpoint,
  listMomentStrategiesEndpoint,
  listMomentStrategyRangeEndpoint,
  updateMomentStrategyEndpoint,
} from '@wecom/moments'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import type { RangeNode, Strategies, Strategy } from '../state/strategies.ts'
import { serve, type Served } from './serve.ts'
import { deleteTags } from '../state/tags.ts'

export const createCustomerStrategyServed: Served = serve(
  createCustomerStrategyEndpoint,
  (corp, params, { app }) => ({ strategy_id: corp.strategies.create(app, params) }),
  { missing: { range: 40058 } },
)

export const getCustomerStrategyServed: Served = serve(
  getCustomerStrategyEndpoint,
  (corp, { strategy_id }, { app }) => ({
    strategy: describeStrategy(corp.strategies, corp.strategies.get(app, strategy_id)),
  }),
)

export const listCustomerStrategiesServed: Served = serve(
  listCustomerStrategiesEndpoint,
  (corp, params, { app }) => pageOfStrategies(corp, 'listCustomerStrategies', app, corp.strategies, params),
  { failureFields: { strategy: [] } },
)

export const listCustomerStrategyRangeServed: Served = serve(
  listCustomerStrategyRangeEndpoint,
  (corp, params, { app }) => pageOfStrategyRange(corp, 'listCustomerStrategyRange', app, corp.strategies, params),
  { failureFields: { range: [] } },
)

export const updateCustomerStrategyServed: Served = serve(updateCustomerStrategyEndpoint, (corp, params, { app }) => {
  const { strategy_id, ...change } = params
  corp.strategies.update(app, strategy_id, change)
  return {}
})

export const deleteCustomerStrategyServed: Served = serve(
  deleteCustomerStrategyEndpoint,
  (corp, { strategy_id }, { app }) => {
    corp.strategies.delete(app, strategy_id)
    const groups = corp.tags.groups().filter((group) => group.strategy_id === strategy_id)
    deleteTags(
      corp,
      groups.map((group) => ({ group })),
    )
    return {}
  },
)

export const createMomentStrategyServed: Served = serve(
  createMomentStrategyEndpoint,
  (corp, params, { app }) => ({ strategy_id: corp.momentStrategies.create(app, params) }),
  { missing: { range: 40058 } },
)

export const getMomentStrategyServed: Served = serve(getMomentStrategyEndpoint, (corp, { strategy_id }, { app }) => ({
  strategy: describeStrategy(corp.momentStrategies, corp.momentStrategies.get(app, strategy_id)),
}))

export const listMomentStrategiesServed: Served = serve(
  listMomentStrategiesEndpoint,
  (corp, params, { app }) => pageOfStrategies(corp, 'listMomentStrategies', app, corp.momentStrategies, params),
  { failureFields: { strategy: [] } },
)

export const listMomentStrategyRangeServed: Served = serve(
  listMomentStrategyRangeEndpoint,
  (corp, params, { app }) => pageOfStrategyRange(corp, 'listMomentStrategyRange', app, corp.momentStrategies, params),
  { failureFields: { range: [] } },
)

export const updateMomentStrategyServed: Served = serve(updateMomentStrategyEndpoint, (corp, params, { app }) => {
  const { strategy_id, ...change } = params
  corp.momentStrategies.update(app, strategy_id, change)
  return {}
})

export const deleteMomentStrategyServed: Served = serve(
  deleteMomentStrategyEndpoint,
  (corp, { strategy_id }, { app }) => {
    corp.momentStrategies.delete(app, strategy_id)
    return {}
  },
)

interface DescribedStrategy<Privilege extends object> extends Omit<Strategy<Privilege>, 'app' | 'range' | 'deleted'> {
  /** Rights of the admins. A rule group with a parent has the rights of its topmost parent. */
  privilege: Privilege
}

function describeStrategy<Privilege extends object>(
  strategies: Strategies<Privilege>,
  strategy: Strategy<Privilege>,
): DescribedStrategy<Privilege> {
  const { strategy_id, parent_id, strategy_name, create_time, admin_list } = strategy
  const privilege = strategies.privilegeOf(strategy)
  return { strategy_id, parent_id, strategy_name, create_time, admin_list, privilege }
}

interface StrategyPageParams {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

function pageOfStrategies<Privilege extends object>(
  corp: Corp,
  endpoint: string,
  app: App,
  strategies: Strategies<Privilege>,
  { cursor, limit = 1000 }: StrategyPageParams,
): { strategy: { strategy_id: number }[]; next_cursor?: string } {
  const { items, next_cursor } = corp.cursors.page({
    scope: [endpoint, app.name],
    cursor,
    limit,
    list: () => strategies.ofApp(app).map(({ strategy_id }) => ({ strategy_id })),
  })
  return { strategy: items, ...(next_cursor !== undefined && { next_cursor }) }
}

function pageOfStrategyRange<Privilege extends object>(
  corp: Corp,
  endpoint: string,
  app: App,
  strategies: Strategies<Privilege>,
  { strategy_id, cursor, limit = 1000 }: StrategyPageParams & { readonly strategy_id: number },
): { range: RangeNode[]; next_cursor?: string } {
  const { range } = strategies.get(app, strategy_id)
  const { items, next_cursor } = corp.cursors.page({
    scope: [endpoint, app.name, strategy_id],
    cursor,
    limit,
    list: () => range,
  })
  return { range: items, ...(next_cursor !== undefined && { next_cursor }) }
}
