import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRuleId, interceptRuleIdParamSchema, interceptRuleIdSchema } from './schemas/interceptRuleId.ts'

export interface GetInterceptRuleParams {
  rule_id: InterceptRuleId
}

export interface GetInterceptRuleResult {
  rule: InterceptRule
}

/**
 * A sensitive-word rule (敏感词规则). In addition to words, a rule can find other kinds of content, e.g. mobile numbers.
 * WeCom returns these kinds in `semantics_list` or in `extra_rule`, and `readInterceptSemantics` reads both.
 */
export interface InterceptRule {
  rule_id: InterceptRuleId
  rule_name: string
  word_list: string[]
  /**
   * Kinds of content that the rule finds, besides the words in `word_list`: 1 mobile numbers, 2 email addresses, 3 red
   * packets. The sample in WeCom's documentation shows this field in the rule itself, but the table of fields shows it
   * in `extra_rule`. `readInterceptSemantics` reads both places.
   */
  semantics_list?: InterceptSemantics[] | undefined
  extra_rule?: InterceptExtraRule | undefined
  /**
   * Reaction of WeCom to a message that contains a sensitive word: 1 warns the member and blocks the message, 2 only
   * warns the member.
   */
  intercept_type: 1 | 2 | (number & {})
  applicable_range: InterceptRange
  /** Creation time of the rule, in unix seconds. */
  create_time?: number | undefined
}

export interface InterceptExtraRule {
  semantics_list?: InterceptSemantics[] | undefined
}

/** A kind of content that a sensitive-word rule finds: 1 mobile numbers, 2 email addresses, 3 red packets. */
export type InterceptSemantics = 1 | 2 | 3 | (number & {})

/**
 * The members and departments whose messages a sensitive-word rule checks. Members and departments outside the app's
 * visible range are missing.
 */
export interface InterceptRange {
  /** Userids of the members whose messages WeCom checks. */
  user_list?: string[] | undefined
  /** Ids of departments. WeCom checks the messages of the members of these departments. */
  department_list?: number[] | undefined
}

export const getInterceptRuleEndpoint: Endpoint<GetInterceptRuleParams, GetInterceptRuleResult> = defineEndpoint({
  name: 'getInterceptRule',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_intercept_rule',
  effect: 'read',
  docs: 95097,
  params: wireObject<GetInterceptRuleParams>({
    rule_id: interceptRuleIdParamSchema,
  }),
  result: wireObject<GetInterceptRuleResult>({
    rule: wireObject<InterceptRule>({
      rule_id: interceptRuleIdSchema,
      rule_name: v.string(),
      word_list: v.array(v.string()),
      semantics_list: v.optional(v.array(v.number())),
      extra_rule: v.optional(wireObject<InterceptExtraRule>({ semantics_list: v.optional(v.array(v.number())) })),
      intercept_type: v.number(),
      applicable_range: wireObject<InterceptRange>({
        user_list: v.optional(v.array(v.string())),
        department_list: v.optional(v.array(v.number())),
      }),
      create_time: v.optional(v.number()),
    }),
  }),
})

/**
 * 获取敏感词规则详情 — reads one sensitive-word rule.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the rule, without members and departments outside the app's visible range.
 * @throws {WeComApiError} `41070`: no such rule. `41071`: the rule was deleted.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * const { rule } = await getInterceptRule(client, { rule_id: 'rule-1' })
 * const coversRedPackets = readInterceptSemantics(rule).includes(3) // 3 means red packets
 */
export function getInterceptRule(
  client: Client,
  params: GetInterceptRuleParams,
  options?: RequestOptions,
): Promise<GetInterceptRuleResult> {
  return client.request(getInterceptRuleEndpoint, params, options)
}
