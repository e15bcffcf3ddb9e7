import { getInterceptRuleEndpoint } from '@wecom/intercept'
import { type Served, serve } from '../serve/serve.ts'

export const getInterceptRuleServed: Served = serve(getInterceptRuleEndpoint, (tenant, { rule_id: id }, { app }) => {
  const { user_list, department_list, ...rule } = tenant.interceptRules.get(String(id))
  const { rule_id, rule_name, word_list, semantics_list, intercept_type, create_time } = rule
  const isSeen = (userid: string): boolean => {
    const member = tenant.members.find(userid)
    return member !== undefined && tenant.members.isVisible(app, member)
  }
  return {
    rule: {
      rule_id,
      rule_name,
      word_list,
      // WeCom's sample has them here, its table in extra_rule: callers may read either.
      semantics_list,
      extra_rule: { semantics_list },
      intercept_type,
      applicable_range: {
        user_list: user_list.filter(isSeen),
        department_list: department_list.filter((partyid) => tenant.members.isDepartmentVisible(app, partyid)),
      },
      create_time,
    },
  }
})
