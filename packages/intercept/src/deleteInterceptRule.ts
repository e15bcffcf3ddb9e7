import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import { type InterceptRuleId, interceptRuleIdParamSchema } from './schemas/interceptRuleId.ts'

export interface DeleteInterceptRuleParams {
  /** Id of the sensitive-word rule to delete. The app must have created the rule. */
  rule_id: InterceptRuleId
}

export interface DeleteInterceptRuleResult {}

export const deleteInterceptRuleEndpoint: Endpoint<DeleteInterceptRuleParams, DeleteInterceptRuleResult> =
  defineEndpoint({
    name: 'deleteInterceptRule',
    method: 'POST',
    path: '/cgi-bin/externalcontact/del_intercept_rule',
    effect: 'write',
    docs: 95097,
    params: wireObject<DeleteInterceptRuleParams>({
      rule_id: interceptRuleIdParamSchema,
    }),
    result: wireObject<DeleteInterceptRuleResult>({}),
  })

/**
 * 删除敏感词规则 — deletes a sensitive-word rule. The app must have created the rule.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteInterceptRuleParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41070`: no such rule. `41071`: the rule is already deleted, possibly by an earlier attempt
 *   of this call.
 * @see https://developer.work.weixin.qq.com/document/path/95097
 *
 * @example
 * await deleteInterceptRule(client, { rule_id: 'rule-1' })
 */
export function deleteInterceptRule(
  client: Client,
  params: DeleteInterceptRuleParams,
  options?: RequestOptions,
): Promise<DeleteInterceptRuleResult> {
  return client.request(deleteInterceptRuleEndpoint, params, options)
}
