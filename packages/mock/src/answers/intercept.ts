import {
  createInterceptRuleEndpoint,
  deleteInterceptRuleEndpoint,
  getInterceptRuleEndpoint,
  listInterceptRulesEndpoint,
  updateInterceptRuleEndpoint,
} from '@wecom/intercept'
import { serve, type Served } from './serve.ts'

const createInterceptRuleServed: Served = serve(
  createInterceptRuleEndpoint,
  (corp, { rule_name, word_list, semantics_list = [], intercept_type, applicable_range }, { app }) => {
    const { user_list = [], department_list = [] } = applicable_range
    const rule = { rule_name, word_list, semantics_list, intercept_type, user_list, department_list }
    return { rule_id: corp.interceptRules.create(app, rule) }
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

const getInterceptRuleServed: Served = serve(getInterceptRuleEndpoint, (corp, { rule_id: id }, { app }) => {
  const { user_list, department_list, ...rule } = corp.interceptRules.get(String(id))
  const { rule_id, rule_name, word_list, semantics_list, intercept_type, create_time } = rule
  const isSeen = (userid: string): boolean => {
    const member = corp.members.find(userid)
    return member !== undefined && corp.members.isVisible(app, member)
  }
  return {
    rule: {
      rule_id,
      rule_name,
      word_list,
      // In WeCom's documentation, the sample has the field here, and the table has it in `extra_rule`.
      semantics_list,
      extra_rule: { semantics_list },
      intercept_type,
      applicable_range: {
        user_list: user_list.filter(isSeen),
        department_list: department_list.filter((partyid) => corp.members.isDepartmentVisible(app, partyid)),
      },
      create_time,
    },
  }
})

const listInterceptRulesServed: Served = serve(
  listInterceptRulesEndpoint,
  (corp) => ({
    rule_list: corp.interceptRules
      .list()
      .map(({ rule_id, rule_name, create_time }) => ({ rule_id, rule_name, create_time })),
  }),
  { failureFields: { rule_list: [] } },
)

const updateInterceptRuleServed: Served = serve(
  updateInterceptRuleEndpoint,
  (corp, { rule_id, rule_name, word_list = [], extra_rule, intercept_type, ...change }, { app }) => {
    const { add_applicable_range: added = {}, remove_applicable_range: removed = {} } = change
    const rule = corp.interceptRules.get(String(rule_id))
    for (const range of [added, removed]) corp.interceptRules.checkRange(app, range)
    corp.interceptRules.update(app, rule.rule_id, {
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

const deleteInterceptRuleServed: Served = serve(deleteInterceptRuleEndpoint, (corp, { rule_id }, { app }) => {
  corp.interceptRules.delete(app, String(rule_id))
  return {}
})

export const interceptServed: readonly Served[] = [
  createInterceptRuleServed,
  deleteInterceptRuleServed,
  getInterceptRuleServed,
  listInterceptRulesServed,
  updateInterceptRuleServed,
]
