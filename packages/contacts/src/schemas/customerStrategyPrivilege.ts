import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * The rights of the admins of a customer rule group (客户规则组). If the rule group has a parent group, the rights of the
 * parent group apply instead.
 */
export interface CustomerStrategyPrivilege {
  /**
   * Whether the admins of the rule group may see the customer list. This is a basic right and cannot be switched off.
   */
  view_customer_list: boolean
  /**
   * Whether the admins of the rule group may see customer statistics. This is a basic right and cannot be switched off.
   */
  view_customer_data: boolean
  /**
   * Whether the admins of the rule group may see the list of group chats. This is a basic right and cannot be switched
   * off.
   */
  view_room_list: boolean
  /**
   * Whether the admins of the rule group may use contact ways (联系我). This is a basic right and cannot be switched off.
   */
  contact_me: boolean
  /**
   * Whether the admins of the rule group may use join ways (加入群聊): QR codes and buttons by which customers join a group
   * chat. This is a basic right and cannot be switched off.
   */
  join_room: boolean
  /** Whether the admins of the rule group may share customers with other members. */
  share_customer: boolean
  /** Whether the admins of the rule group may assign the customers of resigned members. */
  oper_resign_customer: boolean
  /** Whether the admins of the rule group may assign the group chats of resigned members. */
  oper_resign_group: boolean
  /** Whether the admins of the rule group may send messages to the corp's customers. */
  send_customer_msg: boolean
  /** Whether the admins of the rule group may set up welcome messages for new customers. */
  edit_welcome_msg: boolean
  /** Whether the admins of the rule group may see the statistics of the members' contact with customers. */
  view_behavior_data: boolean
  /** Whether the admins of the rule group may see group chat statistics. */
  view_room_data: boolean
  /** Whether the admins of the rule group may send messages to group chats. */
  send_group_msg: boolean
  /**
   * Whether the admins of the rule group may find people who are in several group chats, and remove the duplicates
   * (客户群去重).
   */
  room_deduplication: boolean
  /** Whether the admins of the rule group may set up quick replies (快捷回复) for the members. */
  rapid_reply: boolean
  /** Whether the admins of the rule group may transfer the customers of active members. */
  onjob_customer_transfer: boolean
  /** Whether the admins of the rule group may edit the anti-harassment rules (防骚扰规则). */
  edit_anti_spam_rule: boolean
  export_customer_list: boolean
  /** Whether the admins of the rule group may export the members' customer statistics. */
  export_customer_data: boolean
  /** Whether the admins of the rule group may export the list of group chats. */
  export_customer_group_list: boolean
  /** Whether the admins of the rule group may set up the corp's customer tags. */
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
