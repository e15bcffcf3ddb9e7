import * as v from 'valibot'

/**
 * Id of a sensitive-word rule: a string, but WeCom's own sample has a number. Hand it back as it came,
 * and compare by `String(rule_id)`.
 */
export type InterceptRuleId = string | number

export const interceptRuleIdSchema: v.GenericSchema<InterceptRuleId> = v.union([v.string(), v.number()])

export const interceptRuleIdParamSchema: v.GenericSchema<InterceptRuleId> = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  v.pipe(v.number(), v.integer()),
])
