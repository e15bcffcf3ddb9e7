import type { CustomerStrategyPrivilege } from '@wecom/contacts'
import type { MomentStrategyPrivilege } from '@wecom/moments'
import * as v from 'valibot'
import { id, newUserid, rowSchema, seconds } from '../base/input.ts'
import type { Token } from '../base/tokens.ts'
import type { ChatKey } from '../state/acquisition.ts'
import type { App, Department, Member, VisibleRange } from '../state/members.ts'
import type { PendingId, Provider, Suite, SuiteCode } from '../state/provider.ts'
import type { RangeNode, Strategy } from '../state/strategies.ts'
import type { WelcomeCode } from '../state/welcomes.ts'

export const appSchema: v.GenericSchema<App> = rowSchema<App>({
  name: id,
  secret: id,
  customer_contact: v.boolean(),
  system: v.optional(v.boolean()),
  visible: v.optional(rowSchema<VisibleRange>({ userid: v.array(id), partyid: v.array(v.number()) })),
  agentid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  suite_id: v.optional(id),
  chat_id_upgrade_at: v.optional(seconds),
  cancelled_at: v.optional(seconds),
})

export const providerSchema: v.GenericSchema<Provider> = rowSchema<Provider>({
  corpid: id,
  secret: id,
  suites: v.array(rowSchema<Suite>({ suite_id: id, suite_secret: id, upgrades_chat_ids: v.optional(v.boolean()) })),
  migrated: v.array(v.picklist([1, 3])),
  mass_call_ticket_at: v.optional(seconds),
})

export const pendingIdSchema: v.GenericSchema<PendingId> = rowSchema<PendingId>({
  pending_id: id,
  unionid: id,
  asked_by: v.picklist(['provider', 'upstream']),
  asked_at: seconds,
})

export const departmentSchema: v.GenericSchema<Department> = rowSchema<Department>({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.string(),
  parentid: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

export const memberSchema: v.GenericSchema<Member> = rowSchema<Member>({
  userid: newUserid,
  name: v.string(),
  department: v.array(v.number()),
  customer_contact: v.boolean(),
  verified: v.boolean(),
  resigned_at: v.optional(seconds),
  last_login_at: v.optional(seconds),
  banned: v.optional(v.boolean()),
  customer_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  console_welcome: v.optional(v.boolean()),
  chats_archived: v.optional(v.boolean()),
})

const rangeNodeSchema: v.GenericSchema<RangeNode> = v.variant('type', [
  v.strictObject({ type: v.literal(1), userid: id }),
  v.strictObject({ type: v.literal(2), partyid: v.number() }),
])

const customerPrivilegeSchema = rowSchema<CustomerStrategyPrivilege>({
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

const momentPrivilegeSchema = rowSchema<MomentStrategyPrivilege>({
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
  return rowSchema<Strategy<object>>({
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

const expiring = { code: id, expires_at_ms: v.pipe(v.number(), v.integer(), v.minValue(0)) }

export const tokenSchema: v.GenericSchema<Token> = rowSchema<Token>({
  ...expiring,
  holder: id,
  revoked: v.optional(v.boolean()),
})

export const suiteCodeSchema: v.GenericSchema<SuiteCode> = rowSchema<SuiteCode>({
  ...expiring,
  suite_id: id,
  kind: v.picklist(['suite_ticket', 'pre_auth_code', 'auth_code']),
})

export const welcomeCodeSchema: v.GenericSchema<WelcomeCode> = rowSchema<WelcomeCode>({
  ...expiring,
  userid: id,
  external_userid: id,
  used: v.optional(v.boolean()),
})

export const chatKeySchema: v.GenericSchema<ChatKey> = rowSchema<ChatKey>({
  ...expiring,
  link_id: id,
  userid: id,
  external_userid: id,
  state: v.optional(v.string()),
  at: seconds,
  recv_msg_cnt: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
