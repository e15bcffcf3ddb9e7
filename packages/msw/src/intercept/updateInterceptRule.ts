import { updateInterceptRuleEndpoint } from '@wecom/intercept'
import { type Served, serve } from '../serve/serve.ts'

export const updateInterceptRuleServed: Served = serve(
  updateInterceptRuleEndpoint,
  (tenant, { rule_id, rule_name, word_list = [], extra_rule, intercept_type, ...change }, { app }) => {
    const { add_applicable_range: added = {}, remove_applicable_range: removed = {} } = change
    const rule = tenant.interceptRules.get(String(rule_id))
    for (const range of [added, removed]) tenant.interceptRules.checkRange(app, range)
    tenant.interceptRules.update(app, rule.rule_id, {
      ...(rule_name !== undefined && { rule_name }),
      ...(word_list.length > 0 && { word_list }),
      ...(extra_rule?.semantics_list && { semantics_list: extra_rule.semantics_list }),
      ...(intercept_type !== undefined && { intercept_type }),
      user_list: changeList(rule.user_list, added.user_list, removed.user_list),
      department_list: changeList(rule.department_list, added.department_list, removed.department_list),
    })
    return {}
  },
  {
    invalid: {
      word_list: 41068,
      'word_list[]': 41083,
      'extra_rule.semantics_list[]': 41084,
      'add_applicable_range.user_list': 41076,
      'add_applicable_range.department_list': 41076,
      'remove_applicable_range.user_list': 41076,
      'remove_applicable_range.department_list': 41076,
    },
  },
)

function changeList<Id>(ids: readonly Id[], added: readonly Id[] = [], removed: readonly Id[] = []): Id[] {
  return [...new Set([...ids, ...added])].filter((id) => !removed.includes(id))
}
