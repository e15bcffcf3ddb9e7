import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRangeParams, interceptRangeParamsSchema } from './schemas/interceptRangeParams.ts'
import { type InterceptRuleId, interceptRuleIdParamSchema } from './schemas/interceptRuleId.ts'
import { interceptRuleNameSchema } from './schemas/interceptRuleName.ts'
import { interceptWordListSchema } from './schemas/interceptWordList.ts'

/** The new values of a sensitive-word rule. An omitted field is not changed. */
export interface UpdateInterceptRuleParams {
  /** Id of the sensitive-word rule to change. The app must have created the rule. */
  rule_id: InterceptRuleId
  /** New name of the rule, 1 to 20 characters. It must be unique in the corp. */
  rule_name?: string | undefined
  /**
   * Sensitive words, at most 300, of 1 to 32 characters each. They replace all earlier words. An empty list changes
   * nothing.
   */
  word_list?: string[] | undefined
  extra_rule?: InterceptExtraRuleParams | undefined
  /**
   * Reaction of WeCom to a message that contains a sensitive word: 1 warns the member and blocks the message, 2 only
   * warns the member.
   */
  intercept_type?: 1 | 2 | undefined
  /** Members and departments to add to the range of the rule. A rule applies to at most 10,000 members. */
  add_applicable_range?: InterceptRangeParams | undefined
  /** Members and departments to remove from the range of the rule. */
  remove_applicable_range?: InterceptRangeParams | undefined
}

export interface InterceptExtraRuleParams {
  /**
   * Kinds of content that the rule finds, besides the words in its `word_list`: 1 mobile numbers, 2 email addresses, 3
   * red packets. This list replaces the earlier list. An empty list removes all kinds. In the parameters of
   * `createInterceptRule`, `semantics_list` is not in `extra_rule`, but next to `word_list`.
   */
  semantics_list?: (1 | 2 | 3)[] | undefined
}

export interface UpdateInterceptRuleResult {}

export const updateInterceptRuleEndpoint: Endpoint<UpdateInterceptRuleParams, UpdateInterceptRuleResult> =
  defineEndpoint({
    name: 'updateInterceptRule',
    method: 'POST',
    path: '/cgi-bin/externalcontact/update_intercept_rule',
    effect: 'write',
    docs: 95097,
    params: wireObject<UpdateInterceptRuleParams>({
      rule_id: interceptRuleIdParamSchema,
      rule_name: v.optional(interceptRuleNameSchema),
      word_list: v.optional(interceptWordListSchema),
      extra_rule: v.optional(
        wireObject<InterceptExtraRuleParams>({
          semantics_list: v.optional(v.array(v.picklist([1, 2, 3]))),
        }),
      ),
      intercept_type: v.optional(v.picklist([1, 2])),
      add_applicable_range: v.optional(interceptRangeParamsSchema),
      remove_applicable_range: v.optional(interceptRangeParamsSchema),
    }),
    result: wireObject<UpdateInterceptRuleResult>({}),
  })

/**
 * 修改敏感词规则 — changes a sensitive-word rule. The app must have created the rule.
 *
 * New words replace all earlier words, and new kinds of content replace all earlier kinds. An empty `word_list` changes
 * nothing, but an empty `semantics_list` removes all kinds. To change the range, use `add_applicable_range` and
 * `remove_applicable_range`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41070`: no such rule. `41071`: the rule was deleted. `41077`: the name is taken.
 *   `41076`: the rule applies to too many members and departments. `41083`: WeCom refuses one of the words.
 *   `60011`: a member or department is outside the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * await updateInterceptRule(client, {
 *   rule_id: 'rule-1',
 *   extra_rule: { semantics_list: [] },
 *   add_applicable_range: { user_list: ['zhangsan'] },
 * })
 */
export function updateInterceptRule(
  client: Client,
  params: UpdateInterceptRuleParams,
  options?: RequestOptions,
): Promise<UpdateInterceptRuleResult> {
  return client.request(updateInterceptRuleEndpoint, params, options)
}
