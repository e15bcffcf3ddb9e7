import type { Strategies, Strategy } from '../tenant/strategies.ts'

/** A rule group as `get` shows it. */
export interface DescribedStrategy<Privilege extends object> extends Omit<
  Strategy<Privilege>,
  'app' | 'range' | 'deleted'
> {
  /** Those that hold. */
  privilege: Privilege
}

export function describeStrategy<Privilege extends object>(
  strategies: Strategies<Privilege>,
  strategy: Strategy<Privilege>,
): DescribedStrategy<Privilege> {
  const { strategy_id, parent_id, strategy_name, create_time, admin_list } = strategy
  const privilege = strategies.privilegeOf(strategy)
  return { strategy_id, parent_id, strategy_name, create_time, admin_list, privilege }
}
