import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { CustomerStrategyPrivilege } from './customerStrategyPrivilege.ts'

/**
 * The rights to give to the admins of a customer rule group. The admins get each right that is true or omitted, and
 * lose each right that is false.
 */
export type CustomerStrategyPrivilegeParams = {
  [Right in keyof CustomerStrategyPrivilege]?: CustomerStrategyPrivilege[Right] | undefined
}

export const customerStrategyPrivilegeParamsSchema: v.GenericSchema<CustomerStrategyPrivilegeParams> =
  wireObject<CustomerStrategyPrivilegeParams>({
    view_customer_list: v.optional(v.boolean()),
    view_customer_data: v.optional(v.boolean()),
    view_room_list: v.optional(v.boolean()),
    contact_me: v.optional(v.boolean()),
    join_room: v.optional(v.boolean()),
    share_customer: v.optional(v.boolean()),
    oper_resign_customer: v.optional(v.boolean()),
    oper_resign_group: v.optional(v.boolean()),
    send_customer_msg: v.optional(v.boolean()),
    edit_welcome_msg: v.optional(v.boolean()),
    view_behavior_data: v.optional(v.boolean()),
    view_room_data: v.optional(v.boolean()),
    send_group_msg: v.optional(v.boolean()),
    room_deduplication: v.optional(v.boolean()),
    rapid_reply: v.optional(v.boolean()),
    onjob_customer_transfer: v.optional(v.boolean()),
    edit_anti_spam_rule: v.optional(v.boolean()),
    export_customer_list: v.optional(v.boolean()),
    export_customer_data: v.optional(v.boolean()),
    export_customer_group_list: v.optional(v.boolean()),
    manage_customer_tag: v.optional(v.boolean()),
  })
