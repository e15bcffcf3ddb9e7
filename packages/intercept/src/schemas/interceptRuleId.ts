import * as v from 'valibot'

/**
 * Id of a sensitive-word rule. WeCom's documentation describes a string, but its sample shows a number. Pass the id to
 * other calls unchanged. To compare two ids, compare `String(rule_id)`.
 */
export type InterceptRuleId = string | number

export const interceptRuleIdSchema: v.GenericSchema<InterceptRuleId> = v.union([v.string(), v.number()])

export const interceptRuleIdParamSchema: v.GenericSchema<InterceptRuleId> = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  v.pipe(v.number(), v.integer()),
])
