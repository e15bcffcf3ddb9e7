import type { CustomerStrategyPrivilege } from '@wecom/contacts'
import type { MomentStrategyPrivilege } from '@wecom/moments'

/** The rights of a rule group as they are set: one that is left out is switched on. */
export type PrivilegeChoice<Privilege extends object> = {
  readonly [Right in keyof Privilege]?: Privilege[Right] | undefined
}

/** Every right of a kind of rule group. Basic ones cannot be switched off. */
export type Rights<Privilege extends object> = Readonly<Record<keyof Privilege, 'basic' | 'optional'>>

export const customerRights: Rights<CustomerStrategyPrivilege> = {
  view_customer_list: 'basic',
  view_customer_data: 'basic',
  view_room_list: 'basic',
  contact_me: 'basic',
  join_room: 'basic',
  share_customer: 'optional',
  oper_resign_customer: 'optional',
  oper_resign_group: 'optional',
  send_customer_msg: 'optional',
  edit_welcome_msg: 'optional',
  view_behavior_data: 'optional',
  view_room_data: 'optional',
  send_group_msg: 'optional',
  room_deduplication: 'optional',
  rapid_reply: 'optional',
  onjob_customer_transfer: 'optional',
  edit_anti_spam_rule: 'optional',
  export_customer_list: 'optional',
  export_customer_data: 'optional',
  export_customer_group_list: 'optional',
  manage_customer_tag: 'optional',
}

export const momentRights: Rights<MomentStrategyPrivilege> = {
  view_moment_list: 'optional',
  send_moment: 'optional',
  manage_moment_cover_and_sign: 'optional',
}

/** The full set of rights that a choice comes to. */
export function grantPrivilege<Privilege extends object>(
  rights: Rights<Privilege>,
  choice: PrivilegeChoice<Privilege> = {},
): Privilege {
  const granted = Object.entries(rights).map(([right, kind]) => [
    right,
    kind === 'basic' || (choice[right as keyof Privilege] ?? true),
  ])
  return Object.fromEntries(granted) as Privilege
}
