import { deleteInterceptRuleEndpoint } from '@wecom/intercept'
import { type Served, serve } from '../serve/serve.ts'

export const deleteInterceptRuleServed: Served = serve(deleteInterceptRuleEndpoint, (tenant, { rule_id }, { app }) => {
  tenant.interceptRules.delete(app, String(rule_id))
  return {}
})
