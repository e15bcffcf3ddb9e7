import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import { type MassMessage, type MassMessageReceipt, type MassMessageTask, receiverOf } from '../tenant/massMessages.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { areFriends, ownsGroup } from './friends.ts'
import { type MassMessageAsk, openMassMessage } from './massMessageTask.ts'
import { type Outcome, some } from './people.ts'

export interface MemberConfirmsMassMessage extends MassMessageAsk {
  /** The customers whom the member keeps, where the message lets choose. All, if left out. */
  readonly external_userid?: string[] | undefined
  /** The groups that the member picks, where the message names none. All of the member's, if left out. */
  readonly chat_id?: string[] | undefined
}

export const memberConfirmsMassMessageSchema: v.GenericSchema<MemberConfirmsMassMessage> =
  seedRow<MemberConfirmsMassMessage>({
    userid: id,
    msgid: id,
    external_userid: v.optional(v.array(id)),
    chat_id: v.optional(v.array(id)),
  })

/** What became of the message with each receiver. */
export interface MassMessageSent extends Outcome {
  readonly deliveries: readonly MassMessageReceipt[]
}

/**
 * A member sends a mass message as asked. Apps are not told; tasks and results show it.
 *
 * @throws {RangeError} there is nothing for this member to send, or the choice is not the member's.
 *
 * @example
 * memberConfirmsMassMessage(tenant, { userid: 'wangfang', msgid })
 */
export function memberConfirmsMassMessage(
  tenant: Tenant,
  { userid, msgid, external_userid, chat_id }: MemberConfirmsMassMessage,
): MassMessageSent {
  const { message, task } = openMassMessage(tenant, { userid, msgid })
  const deliveries =
    message.chat_type === 'group' ? pickGroups(tenant, task, chat_id) : pickCustomers(message, task, external_userid)
  task.deliveries = [...new Set([...task.deliveries, ...deliveries])]
  tenant.massMessages.send(
    task,
    deliveries,
    (receiver) => areFriends(tenant, userid, receiver) || ownsGroup(tenant, userid, receiver),
  )
  return { events: [], deliveries: structuredClone(task.deliveries) }
}

function pickCustomers(
  { msgid, allow_select }: MassMessage,
  { deliveries }: MassMessageTask,
  kept: readonly string[] | undefined,
): MassMessageReceipt[] {
  if (!kept) return deliveries
  if (!allow_select)
    throw new InputError('external_userid', `Mass message ${msgid} goes to all: it does not allow_select`)
  checkAmong(kept, deliveries.map(receiverOf), 'external_userid')
  return deliveries.filter((receipt) => kept.includes(receiverOf(receipt)))
}

function pickGroups(
  tenant: Tenant,
  { userid, deliveries }: MassMessageTask,
  picked: readonly string[] | undefined,
): MassMessageReceipt[] {
  if (deliveries.length > 0) {
    if (picked) throw new InputError('chat_id', 'The message names its groups; leave out chat_id')
    return deliveries
  }
  const owned = tenant.groupChats.ofOwner(userid).map((chat) => chat.chat_id)
  checkAmong(picked ?? [], owned, 'chat_id')
  return (picked ?? owned).map((chat_id) => ({ chat_id, status: 0 }))
}

function checkAmong(chosen: readonly string[], available: readonly string[], field: string): void {
  const stranger = chosen.find((one) => !available.includes(one))
  if (stranger !== undefined) throw new InputError(field, `${stranger} cannot be chosen; ${some(available)}`)
}
