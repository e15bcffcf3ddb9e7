import * as v from 'valibot'

/**
 * Id of a sensitive-word rule. It is a string, but WeCom's sample has a number. Pass it back unchanged, and compare ids
 * by `String(rule_id)`.
 */
export type InterceptRuleId = string | number

export const interceptRuleIdSchema: v.GenericSchema<InterceptRuleId> = v.union([v.string(), v.number()])

export const interceptRuleIdParamSchema: v.GenericSchema<InterceptRuleId> = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  v.pipe(v.number(), v.integer()),
])
