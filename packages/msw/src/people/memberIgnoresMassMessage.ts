import type { MassMessageTask } from '../tenant/massMessages.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type MassMessageAsk, openMassMessage } from './massMessageTask.ts'
import type { Outcome } from './people.ts'

/**
 * A member puts a mass message aside. No call tells it from one not looked at; the member may still send it.
 *
 * @returns the member's part of the message as it is now.
 * @throws {RangeError} there is nothing for this member to send.
 */
export function memberIgnoresMassMessage(
  tenant: Tenant,
  ask: MassMessageAsk,
): Outcome & { readonly task: MassMessageTask } {
  const { task } = openMassMessage(tenant, ask)
  task.ignored_at = tenant.clock.seconds()
  return { events: [], task: structuredClone(task) }
}
