import type { Served } from '../serve/serve.ts'
import { createInterceptRuleServed } from './createInterceptRule.ts'
import { deleteInterceptRuleServed } from './deleteInterceptRule.ts'
import { getInterceptRuleServed } from './getInterceptRule.ts'
import { listInterceptRulesServed } from './listInterceptRules.ts'
import { updateInterceptRuleServed } from './updateInterceptRule.ts'

/** The endpoints of `@wecom/intercept`, all of them. */
export const interceptServed: readonly Served[] = [
  createInterceptRuleServed,
  deleteInterceptRuleServed,
  getInterceptRuleServed,
  listInterceptRulesServed,
  updateInterceptRuleServed,
]
