import { createInterceptRuleEndpoint } from '@wecom/intercept'
import { type Served, serve } from '../serve/serve.ts'

export const createInterceptRuleServed: Served = serve(
  createInterceptRuleEndpoint,
  (tenant, { rule_name, word_list, semantics_list = [], intercept_type, applicable_range }, { app }) => {
    const { user_list = [], department_list = [] } = applicable_range
    const rule = { rule_name, word_list, semantics_list, intercept_type, user_list, department_list }
    return { rule_id: tenant.interceptRules.create(app, rule) }
  },
  {
    missing: { word_list: 40058 },
    invalid: {
      word_list: 41068,
      'word_list[]': 41083,
      'semantics_list[]': 41084,
      'applicable_range.user_list': 41076,
      'applicable_range.department_list': 41076,
    },
  },
)
