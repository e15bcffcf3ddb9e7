import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Rule for people who open the acquisition link and are already customers of the corp. The rule selects the member whom
 * such a customer reaches. Only corps of some business categories can use the rule. Your corp can use the rule if the
 * admin console shows 「客户与成员关系绑定」 in the advanced features of the acquisition assistant (获客助手).
 */
export interface AcquisitionPriorityOptionParams {
  /**
   * Member whom WeCom prefers for an existing customer: 1 any member of the corp who already has the customer, 2 a
   * member of `priority_userid_list` who already has the customer.
   */
  priority_type?: 1 | 2 | undefined
  /**
   * Userids of the members to select from, at most 1000. Each member must be in the app's visible range, or among the
   * members that `getAcquisitionPermit` returns. Required if `priority_type` is 2.
   */
  priority_userid_list?: string[] | undefined
}

export const acquisitionPriorityOptionParamsSchema: v.GenericSchema<AcquisitionPriorityOptionParams> = v.pipe(
  wireObject<AcquisitionPriorityOptionParams>({
    priority_type: v.optional(v.picklist([1, 2])),
    priority_userid_list: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.maxLength(1000))),
  }),
  v.check(
    ({ priority_type, priority_userid_list = [] }) => priority_type !== 2 || priority_userid_list.length > 0,
    'priority_type 2 (given members first) requires priority_userid_list',
  ),
)
