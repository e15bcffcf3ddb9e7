import * as v from 'valibot'
import type { InterceptRule } from '../tenant/interceptRules.ts'
import { id, seconds, seedRow } from './seedRow.ts'

export const interceptRuleSchema: v.GenericSchema<InterceptRule> = seedRow<InterceptRule>({
  rule_id: v.pipe(v.string(), v.regex(/^[1-9]\d*$/, 'a rule_id is a whole number, as a string')),
  app: id,
  rule_name: v.string(),
  word_list: v.array(v.string()),
  semantics_list: v.array(v.picklist([1, 2, 3])),
  intercept_type: v.picklist([1, 2]),
  user_list: v.array(id),
  department_list: v.array(v.number()),
  create_time: seconds,
  deleted: v.optional(v.boolean()),
})
