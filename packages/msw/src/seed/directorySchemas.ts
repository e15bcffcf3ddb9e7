import * as v from 'valibot'
import type { App, VisibleRange } from '../tenant/apps.ts'
import type { Department, Member } from '../tenant/members.ts'
import type { PendingId } from '../tenant/pendingIds.ts'
import type { Provider, Suite } from '../tenant/provider.ts'
import { id, seconds, seedRow } from './seedRow.ts'

export const appSchema: v.GenericSchema<App> = seedRow<App>({
  name: id,
  secret: id,
  customer_contact: v.boolean(),
  system: v.optional(v.boolean()),
  visible: v.optional(seedRow<VisibleRange>({ userid: v.array(id), partyid: v.array(v.number()) })),
  agentid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  suite_id: v.optional(id),
  cancelled_at: v.optional(seconds),
})

export const providerSchema: v.GenericSchema<Provider> = seedRow<Provider>({
  corpid: id,
  secret: id,
  suites: v.array(seedRow<Suite>({ suite_id: id, suite_secret: id })),
  migrated: v.array(v.picklist([1, 3])),
  mass_call_ticket_at: v.optional(seconds),
})

export const pendingIdSchema: v.GenericSchema<PendingId> = seedRow<PendingId>({
  pending_id: id,
  unionid: id,
  asked_by: v.picklist(['provider', 'upstream']),
  asked_at: seconds,
})

export const departmentSchema: v.GenericSchema<Department> = seedRow<Department>({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.string(),
  parentid: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

export const memberSchema: v.GenericSchema<Member> = seedRow<Member>({
  userid: v.pipe(v.string(), v.regex(/^[\w.@-]{1,64}$/, 'a userid is 1 to 64 letters, digits, - _ . or @')),
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
