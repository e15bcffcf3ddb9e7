export {
  createInterceptRule,
  createInterceptRuleEndpoint,
  type CreateInterceptRuleParams,
  type CreateInterceptRuleResult,
} from './createInterceptRule.ts'
export {
  deleteInterceptRule,
  deleteInterceptRuleEndpoint,
  type DeleteInterceptRuleParams,
  type DeleteInterceptRuleResult,
} from './deleteInterceptRule.ts'
export {
  getInterceptRule,
  getInterceptRuleEndpoint,
  type GetInterceptRuleParams,
  type GetInterceptRuleResult,
  type InterceptExtraRule,
  type InterceptRange,
  type InterceptRule,
  type InterceptSemantics,
} from './getInterceptRule.ts'
export {
  type ListedInterceptRule,
  listInterceptRules,
  listInterceptRulesEndpoint,
  type ListInterceptRulesParams,
  type ListInterceptRulesResult,
} from './listInterceptRules.ts'
export { readInterceptSemantics } from './readInterceptSemantics.ts'
export type { InterceptRangeParams } from './schemas/interceptRangeParams.ts'
export type { InterceptRuleId } from './schemas/interceptRuleId.ts'
export {
  type InterceptExtraRuleParams,
  updateInterceptRule,
  updateInterceptRuleEndpoint,
  type UpdateInterceptRuleParams,
  type UpdateInterceptRuleResult,
} from './updateInterceptRule.ts'
