import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type InterceptRuleId, interceptRuleIdSchema } from './schemas/interceptRuleId.ts'

export interface ListInterceptRulesParams extends NoParams {}

export interface ListInterceptRulesResult {
  rule_list: ListedInterceptRule[]
}

/** A sensitive-word rule, with its name and creation time only. `getInterceptRule` returns its details. */
export interface ListedInterceptRule {
  rule_id: InterceptRuleId
  rule_name: string
  /** Creation time of the rule, in unix seconds. */
  create_time: number
}

export const listInterceptRulesEndpoint: Endpoint<ListInterceptRulesParams, ListInterceptRulesResult> = defineEndpoint({
  name: 'listInterceptRules',
  method: 'GET',
  path: '/cgi-bin/externalcontact/get_intercept_rule_list',
  effect: 'read',
  docs: 95097,
  params: wireObject<ListInterceptRulesParams>({}),
  result: wireObject<ListInterceptRulesResult>({
    rule_list: v.array(
      wireObject<ListedInterceptRule>({
        rule_id: interceptRuleIdSchema,
        rule_name: v.string(),
        create_time: v.number(),
      }),
    ),
  }),
})

/**
 * 获取敏感词规则列表 — lists all sensitive-word rules of the corp, including the rules of other apps.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns all rules in one answer; the call has no pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to manage sensitive words.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * const { rule_list } = await listInterceptRules(client)
 */
export function listInterceptRules(
  client: Client,
  params: ListInterceptRulesParams = {},
  options?: RequestOptions,
): Promise<ListInterceptRulesResult> {
  return client.request(listInterceptRulesEndpoint, params, options)
}
