import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { MassMessage, MassMessageTask } from '../tenant/massMessages.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { memberOnTheJob, some } from './people.ts'

/** A member, and a mass message that they were asked to send. */
export interface MassMessageAsk {
  readonly userid: string
  readonly msgid: string
}

export const massMessageAskSchema: v.GenericSchema<MassMessageAsk> = seedRow<MassMessageAsk>({ userid: id, msgid: id })

/**
 * What a member can still send.
 *
 * @throws {RangeError} there is no such message, it is not for this member, on its way, cancelled or sent.
 */
export function openMassMessage(
  tenant: Tenant,
  { userid, msgid }: MassMessageAsk,
): { message: MassMessage; task: MassMessageTask } {
  memberOnTheJob(tenant, userid)
  const message = tenant.massMessages.find(msgid)
  const others = tenant.massMessages.list().map((other) => other.msgid)
  if (!message) throw new InputError('msgid', `There is no mass message ${msgid}; ${some(others)}`)
  const task = message.tasks.find((candidate) => candidate.userid === userid)
  if (!task) {
    const asked = message.tasks.map((other) => other.userid)
    throw new InputError('userid', `Member ${userid} was not asked to send ${msgid}; ${some(asked)}`)
  }
  if (tenant.massMessages.isDispatching(message)) {
    throw new InputError('msgid', `Mass message ${msgid} is still being handed out; let the tenant's clock move on`)
  }
  if (message.cancelled_at !== undefined) throw new InputError('msgid', `Mass message ${msgid} was cancelled`)
  if (task.send_time !== undefined) throw new InputError('msgid', `Member ${userid} has sent ${msgid} already`)
  return { message, task }
}
