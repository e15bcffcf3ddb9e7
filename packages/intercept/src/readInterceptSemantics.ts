import type { InterceptRule, InterceptSemantics } from './getInterceptRule.ts'

/**
 * Tells what a rule catches beside its words, wherever the answer has it: WeCom's table puts the list into
 * `extra_rule`, its sample into the rule itself.
 *
 * @param rule - as `getInterceptRule` returns it.
 * @returns each kind once; none where the rule catches words only.
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
