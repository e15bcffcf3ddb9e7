import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRangeParams, interceptRangeParamsSchema } from './schemas/interceptRangeParams.ts'
import { type InterceptRuleId, interceptRuleIdSchema } from './schemas/interceptRuleId.ts'
import { interceptRuleNameSchema } from './schemas/interceptRuleName.ts'
import { interceptWordListSchema } from './schemas/interceptWordList.ts'

export interface CreateInterceptRuleParams {
  /** Name of the sensitive-word rule, 1 to 20 characters. It must be unique in the corp. */
  rule_name: string
  /** Sensitive words, at most 300, of 1 to 32 characters each. */
  word_list: string[]
  /**
   * Kinds of content that the rule finds, besides the words in `word_list`: 1 mobile numbers, 2 email addresses, 3 red
   * packets.
   */
  semantics_list?: (1 | 2 | 3)[] | undefined
  /**
   * Reaction of WeCom to a message that contains a sensitive word: 1 warns the member and blocks the message, 2 only
   * warns the member.
   */
  intercept_type: 1 | 2
  /** The members whose messages WeCom checks. At least one member or department is required. */
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
 * 新建敏感词规则 — creates a sensitive-word rule. If a member's message to a customer contains one of the rule's words, WeCom
 * warns the member or blocks the message.
 *
 * Only the app that creates the rule can change or delete it. A corp can have at most 100 rules. A rule applies to at
 * most 10,000 members. One call accepts at most 1000 members. To apply the rule to more members, add them with
 * `updateInterceptRule`, or use departments.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new rule.
 * @throws {WeComApiError} `41069`: the corp has too many rules. `41077`: the name is taken.
 *   `41076`: the rule applies to too many members and departments. `41083`: WeCom refuses one of the words.
 *   `60011`: a member or department is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * const { rule_id } = await createInterceptRule(client, {
 *   rule_name: '回扣',
 *   word_list: ['回扣', '返点'],
 *   semantics_list: [3], // red packets
 *   intercept_type: 2, // only warn the member
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
