import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { areFriends } from './friends.ts'
import type { MassMessageSent } from './memberConfirmsMassMessage.ts'
import { knownFollow, memberOnTheJob } from './people.ts'

export interface MemberSendsMassMessage {
  readonly userid: string
  readonly text: string
  /** Customers of the member. All, if left out. */
  readonly external_userid?: string[] | undefined
}

export const memberSendsMassMessageSchema: v.GenericSchema<MemberSendsMassMessage> = seedRow<MemberSendsMassMessage>({
  userid: id,
  text: id,
  external_userid: v.optional(v.pipe(v.array(id), v.nonEmpty())),
})

/**
 * A member sends a mass message without being asked. It counts against what customers get, as those of the corp do.
 *
 * @throws {RangeError} the member does not have a customer.
 */
export function memberSendsMassMessage(
  tenant: Tenant,
  { userid, text, external_userid }: MemberSendsMassMessage,
): MassMessageSent & { readonly msgid: string } {
  memberOnTheJob(tenant, userid)
  const receivers = external_userid
    ? [...new Set(external_userid)].map((one) => knownFollow(tenant, userid, one))
    : tenant.follows.ofMember(userid)
  const task = {
    userid,
    deliveries: receivers.map((follow) => ({ external_userid: follow.external_userid, status: 0 as const })),
  }
  const { msgid } = tenant.massMessages.add({
    chat_type: 'single',
    creator: userid,
    create_type: 1,
    text: { content: text },
    tasks: [task],
  })
  tenant.massMessages.send(task, task.deliveries, (receiver) => areFriends(tenant, userid, receiver))
  return { events: [], msgid, deliveries: structuredClone(task.deliveries) }
}
