import { listInterceptRulesEndpoint } from '@wecom/intercept'
import { type Served, serve } from '../serve/serve.ts'

export const listInterceptRulesServed: Served = serve(
  listInterceptRulesEndpoint,
  (tenant) => ({
    rule_list: tenant.interceptRules
      .list()
      .map(({ rule_id, rule_name, create_time }) => ({ rule_id, rule_name, create_time })),
  }),
  { empty: { rule_list: [] } },
)
