import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * Which member gets somebody who is a customer already. For some business categories only; the corp has it if the admin
 * console shows 「客户与成员关系绑定」 among the advanced features of the acquisition assistant.
 */
export interface AcquisitionPriorityOptionParams {
  /** 1 a member of the corp who has this customer already, 2 the same, but only among `priority_userid_list`. */
  priority_type?: 1 | 2 | undefined
  /** userids, at most 1000, of the same members as the range may hold; required where `priority_type` is 2. */
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
