import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRangeParams, interceptRangeParamsSchema } from './schemas/interceptRangeParams.ts'
import { type InterceptRuleId, interceptRuleIdParamSchema } from './schemas/interceptRuleId.ts'
import { interceptRuleNameSchema } from './schemas/interceptRuleName.ts'
import { interceptWordListSchema } from './schemas/interceptWordList.ts'

/** The changes to a sensitive-word rule. Fields that are omitted keep their values. */
export interface UpdateInterceptRuleParams {
  /** Id of a rule that this app created. */
  rule_id: InterceptRuleId
  /** New name of the rule, 1 to 20 characters. It must be unique in the corp. */
  rule_name?: string | undefined
  /**
   * Sensitive words, at most 300 of 1 to 32 characters each. They replace all earlier words. An empty list changes
   * nothing.
   */
  word_list?: string[] | undefined
  extra_rule?: InterceptExtraRuleParams | undefined
  /** Action of the rule: 1 warn the member and block the message, 2 only warn. */
  intercept_type?: 1 | 2 | undefined
  /** Members and departments to add. A rule covers at most 10,000 members. */
  add_applicable_range?: InterceptRangeParams | undefined
  /** Members and departments to remove. */
  remove_applicable_range?: InterceptRangeParams | undefined
}

export interface InterceptExtraRuleParams {
  /**
   * Kinds of content that replace the earlier ones: 1 mobile numbers, 2 email addresses, 3 red packets. An empty list
   * clears them, unlike an empty `word_list`. In `createInterceptRule` this list is next to `word_list`.
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
 * 修改敏感词规则 — changes a sensitive-word rule that this app created.
 *
 * The call replaces words and semantics as a whole. To change the range, it takes additions and removals. An empty
 * `word_list` changes nothing, but an empty `semantics_list` clears the semantics.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41070`: no such rule. `41071`: the rule was deleted. `41077`: the name is taken.
 *   `41076`: the range is too large. `41083`: WeCom refuses one of the words.
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
