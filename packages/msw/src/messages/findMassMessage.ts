import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { MassMessage, MassMessageTask } from '../tenant/massMessages.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** The day on which WeCom began to keep tasks; of older messages only `get_group_msg_result` tells. */
const firstDayWithTasks = Date.UTC(2020, 10, 16, 16) / 1000

/**
 * The mass message that an app sees under an id.
 *
 * @throws {Refusal} 41047: there is none. 41063: it is still being handed out.
 */
export function findMassMessage(tenant: Tenant, app: App, msgid: string): MassMessage {
  const message = tenant.massMessages.find(msgid)
  if (!message || !isInSight(tenant, app, message)) throw new Refusal(41047)
  if (tenant.massMessages.isDispatching(message)) throw new Refusal(41063)
  return message
}

/**
 * The same, of those that members can be reminded of and that can be cancelled: what a member sent by hand is over.
 *
 * @throws {Refusal} 41047, 41063, and 41093: it was cancelled.
 */
export function findRunningMassMessage(tenant: Tenant, app: App, msgid: string): MassMessage {
  const message = findMassMessage(tenant, app, msgid)
  if (message.create_type === 1) throw new Refusal(41047)
  if (message.cancelled_at !== undefined) throw new Refusal(41093)
  return message
}

/** Whether a message concerns members in an app's range. */
export function isInSight(tenant: Tenant, app: App, { creator, tasks }: MassMessage): boolean {
  return [creator, ...tasks.map(({ userid }) => userid)].some((userid) => isMemberInRange(tenant, app, userid))
}

/** The parts of the members in an app's range. */
export function tasksInSight(tenant: Tenant, app: App, { tasks }: MassMessage): MassMessageTask[] {
  return tasks.filter(({ userid }) => isMemberInRange(tenant, app, userid))
}

export function keepsTasks({ create_time }: MassMessage): boolean {
  return create_time >= firstDayWithTasks
}

function isMemberInRange({ members }: Tenant, app: App, userid: string | undefined): boolean {
  const member = userid === undefined ? undefined : members.find(userid)
  return member !== undefined && members.isInRange(app, member)
}
