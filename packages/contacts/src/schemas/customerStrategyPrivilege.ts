import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The rights of the admins of a customer rule group. A group with a parent has the rights of its parent. */
export interface CustomerStrategyPrivilege {
  /** See the customer list. Basic right: cannot be switched off. */
  view_customer_list: boolean
  /** See customer statistics. Basic right: cannot be switched off. */
  view_customer_data: boolean
  /** See the list of group chats. Basic right: cannot be switched off. */
  view_room_list: boolean
  /** Use contact ways (联系我). Basic right: cannot be switched off. */
  contact_me: boolean
  /** Use join-group ways (加入群聊). Basic right: cannot be switched off. */
  join_room: boolean
  /** Share customers with other members. */
  share_customer: boolean
  /** Assign the customers of resigned members. */
  oper_resign_customer: boolean
  /** Assign the group chats of resigned members. */
  oper_resign_group: boolean
  /** Send messages to the corp's customers. */
  send_customer_msg: boolean
  /** Set up welcome messages. */
  edit_welcome_msg: boolean
  /** See the members' contact statistics. */
  view_behavior_data: boolean
  /** See group chat statistics. */
  view_room_data: boolean
  /** Send messages to group chats. */
  send_group_msg: boolean
  /** Deduplicate the members of group chats. */
  room_deduplication: boolean
  /** Set up quick replies. */
  rapid_reply: boolean
  /** Transfer the customers of active members. */
  onjob_customer_transfer: boolean
  /** Edit the anti-harassment rules. */
  edit_anti_spam_rule: boolean
  export_customer_list: boolean
  /** Export the members' customer statistics. */
  export_customer_data: boolean
  /** Export the list of group chats. */
  export_customer_group_list: boolean
  /** Set up the corp's customer tags. */
  manage_customer_tag: boolean
}

export const customerStrategyPrivilegeSchema: v.GenericSchema<CustomerStrategyPrivilege> =
  wireObject<CustomerStrategyPrivilege>({
    view_customer_list: v.boolean(),
    view_customer_data: v.boolean(),
    view_room_list: v.boolean(),
    contact_me: v.boolean(),
    join_room: v.boolean(),
    share_customer: v.boolean(),
    oper_resign_customer: v.boolean(),
    oper_resign_group: v.boolean(),
    send_customer_msg: v.boolean(),
    edit_welcome_msg: v.boolean(),
    view_behavior_data: v.boolean(),
    view_room_data: v.boolean(),
    send_group_msg: v.boolean(),
    room_deduplication: v.boolean(),
    rapid_reply: v.boolean(),
    onjob_customer_transfer: v.boolean(),
    edit_anti_spam_rule: v.boolean(),
    export_customer_list: v.boolean(),
    export_customer_data: v.boolean(),
    export_customer_group_list: v.boolean(),
    manage_customer_tag: v.boolean(),
  })
