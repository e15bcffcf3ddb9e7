import type { InterceptRule, InterceptSemantics } from './getInterceptRule.ts'

/**
 * Reads the kinds of content that a rule covers in addition to its words. Looks in both places: WeCom's table has the
 * list in `extra_rule`, WeCom's sample in the rule itself.
 *
 * @param rule - a rule, as `getInterceptRule` returns it.
 * @returns a list with each kind once. Empty if the rule covers words only.
 *
 * @example
 * const { rule } = await getInterceptRule(client, { rule_id: 'rule-1' })
 * const semantics = readInterceptSemantics(rule)
 */
export function readInterceptSemantics({
  semantics_list = [],
  extra_rule,
}: Pick<InterceptRule, 'semantics_list' | 'extra_rule'>): InterceptSemantics[] {
  return [...new Set([...semantics_list, ...(extra_rule?.semantics_list ?? [])])]
}
