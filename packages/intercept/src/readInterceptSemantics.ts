import type { InterceptRule, InterceptSemantics } from './getInterceptRule.ts'

/**
 * Returns the kinds of content that a sensitive-word rule finds, besides the words in its `word_list`. In WeCom's
 * documentation, the table of fields shows the list of kinds in `extra_rule`, but the sample shows it in the rule
 * itself. This function reads both places.
 *
 * @param rule - a rule from `getInterceptRule`.
 * @returns each kind once: 1 mobile numbers, 2 email addresses, 3 red packets. Empty if the rule finds only words.
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
