import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRangeParams, interceptRangeParamsSchema } from './schemas/interceptRangeParams.ts'
import { type InterceptRuleId, interceptRuleIdSchema } from './schemas/interceptRuleId.ts'
import { interceptRuleNameSchema } from './schemas/interceptRuleName.ts'
import { interceptWordListSchema } from './schemas/interceptWordList.ts'

export interface CreateInterceptRuleParams {
  /** Name of the rule, 1 to 20 characters. It must be unique in the corp. */
  rule_name: string
  /** Sensitive words, at most 300, of 1 to 32 characters each. */
  word_list: string[]
  /** Kinds of content that the rule covers in addition to words: 1 mobile numbers, 2 email addresses, 3 red packets. */
  semantics_list?: (1 | 2 | 3)[] | undefined
  /** Action of the rule: 1 warn the member and block the message, 2 only warn. */
  intercept_type: 1 | 2
  /** The members whose messages the rule covers. At least one member or department is required. */
  applicable_range: InterceptRangeParams
}

export interface CreateInterceptRuleResult {
  rule_id: InterceptRuleId
}

export const createInterceptRuleEndpoint: Endpoint<CreateInterceptRuleParams, CreateInterceptRuleResult> =
  defineEndpoint({
    name: 'createInterceptRule',
    method: 'POST',
    path: '/cgi-bin/externalcontact/add_intercept_rule',
    effect: 'create',
    docs: 95097,
    params: wireObject<CreateInterceptRuleParams>({
      rule_name: interceptRuleNameSchema,
      word_list: interceptWordListSchema,
      semantics_list: v.optional(v.array(v.picklist([1, 2, 3]))),
      intercept_type: v.picklist([1, 2]),
      applicable_range: v.pipe(
        interceptRangeParamsSchema,
        v.check(
          ({ user_list = [], department_list = [] }) => user_list.length > 0 || department_list.length > 0,
          'at least one id in user_list or department_list is required',
        ),
      ),
    }),
    result: wireObject<CreateInterceptRuleResult>({
      rule_id: interceptRuleIdSchema,
    }),
    checkWith: 'listInterceptRules',
  })

/**
 * 新建敏感词规则 — creates a rule that warns about sensitive words in chats with customers, or blocks them.
 *
 * Only this app may change or delete the rule. A corp has at most 100 rules, and a rule covers at most 10,000 members.
 * One call takes 1000 members. Add further members by `updateInterceptRule`, or use departments.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new rule.
 * @throws {WeComApiError} `41069`: the corp has too many rules. `41077`: the name is taken.
 *   `41076`: the range is too large. `41083`: WeCom refuses one of the words.
 *   `60011`: a member or department is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * const { rule_id } = await createInterceptRule(client, {
 *   rule_name: '回扣',
 *   word_list: ['回扣', '返点'],
 *   semantics_list: [3],
 *   intercept_type: 2,
 *   applicable_range: { department_list: [7] },
 * })
 */
export function createInterceptRule(
  client: Client,
  params: CreateInterceptRuleParams,
  options?: RequestOptions,
): Promise<CreateInterceptRuleResult> {
  return client.request(createInterceptRuleEndpoint, params, options)
}
