import type { CustomerStrategyPrivilege } from '@wecom/contacts'
import type { MomentStrategyPrivilege } from '@wecom/moments'
import * as v from 'valibot'
import type { RangeNode, Strategy } from '../tenant/strategies.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const rangeNodeSchema: v.GenericSchema<RangeNode> = v.variant('type', [
  v.strictObject({ type: v.literal(1), userid: id }),
  v.strictObject({ type: v.literal(2), partyid: v.number() }),
])

const customerPrivilegeSchema = seedRow<CustomerStrategyPrivilege>({
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

const momentPrivilegeSchema = seedRow<MomentStrategyPrivilege>({
  view_moment_list: v.boolean(),
  send_moment: v.boolean(),
  manage_moment_cover_and_sign: v.optional(v.boolean()),
})

export const strategySchema: v.GenericSchema<Strategy> = strategyWith(customerPrivilegeSchema)
export const momentStrategySchema: v.GenericSchema<Strategy<MomentStrategyPrivilege>> =
  strategyWith(momentPrivilegeSchema)

function strategyWith<Privilege extends object>(
  privilege: v.GenericSchema<Privilege>,
): v.GenericSchema<Strategy<Privilege>> {
  return seedRow<Strategy<object>>({
    strategy_id: v.pipe(v.number(), v.integer(), v.minValue(1)),
    app: id,
    parent_id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    strategy_name: v.string(),
    create_time: seconds,
    admin_list: v.array(id),
    privilege: v.optional(privilege),
    range: v.array(rangeNodeSchema),
    deleted: v.optional(v.boolean()),
  }) as v.GenericSchema<Strategy<Privilege>>
}
