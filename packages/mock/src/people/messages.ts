import * as v from 'valibot'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import { type MassMessage, type MassMessageReceipt, type MassMessageTask, receiverOf } from '../state/messages.ts'
import { haveEachOther, knownFollow, memberOnTheJob, type Outcome, ownsGroup } from './known.ts'

interface MassMessageAsk {
  readonly userid: string
  readonly msgid: string
}

export const massMessageAskSchema: v.GenericSchema<MassMessageAsk> = rowSchema<MassMessageAsk>({
  userid: id,
  msgid: id,
})

function openMassMessage(
  corp: Corp,
  { userid, msgid }: MassMessageAsk,
): { message: MassMessage; task: MassMessageTask } {
  memberOnTheJob(corp, userid)
  const message = corp.massMessages.find(msgid)
  const others = corp.massMessages.list().map((other) => other.msgid)
  if (!message) throw new InputError('msgid', `There is no mass message ${msgid}; mass messages: ${upToFive(others)}`)
  const task = message.tasks.find((candidate) => candidate.userid === userid)
  if (!task) {
    const membersWithTask = message.tasks.map((other) => other.userid)
    throw new InputError(
      'userid',
      `Member ${userid} has no task to send mass message ${msgid}; members with a task: ${upToFive(membersWithTask)}`,
    )
  }
  if (corp.massMessages.isDispatching(message)) {
    throw new InputError(
      'msgid',
      `WeCom is still distributing mass message ${msgid}; advance the corp's clock, then try again`,
    )
  }
  if (message.cancelled_at !== undefined) throw new InputError('msgid', `Mass message ${msgid} was cancelled`)
  if (task.send_time !== undefined)
    throw new InputError('msgid', `Member ${userid} has already sent mass message ${msgid}`)
  return { message, task }
}

export interface MemberConfirmsMassMessage extends MassMessageAsk {
  /**
   * Ids of the customers to whom the member sends the mass message. Allowed only if the message has `allow_select`.
   * Default: all customers of the member's task.
   */
  readonly external_userid?: string[] | undefined
  /**
   * Ids of the group chats to which the member sends the mass message. Allowed only if the app named no group chats
   * when it created the message. Default: all group chats of the member.
   */
  readonly chat_id?: string[] | undefined
}

export const memberConfirmsMassMessageSchema: v.GenericSchema<MemberConfirmsMassMessage> =
  rowSchema<MemberConfirmsMassMessage>({
    userid: id,
    msgid: id,
    external_userid: v.optional(v.array(id)),
    chat_id: v.optional(v.array(id)),
  })

interface MassMessageSent extends Outcome {
  readonly deliveries: readonly MassMessageReceipt[]
}

/**
 * A member sends a mass message that an app created. WeCom has given the member a task for the message. Apps receive no
 * event, but WeCom's API returns the new status of the task.
 *
 * @throws {RangeError} the member has no task for this message, or cannot choose these receivers.
 *
 * @example
 * corp.people.memberConfirmsMassMessage({ userid: 'wangfang', msgid })
 */
export function memberConfirmsMassMessage(
  corp: Corp,
  { userid, msgid, external_userid, chat_id }: MemberConfirmsMassMessage,
): MassMessageSent {
  const { message, task } = openMassMessage(corp, { userid, msgid })
  const deliveries =
    message.chat_type === 'group' ? pickGroups(corp, task, chat_id) : pickCustomers(message, task, external_userid)
  task.deliveries = [...new Set([...task.deliveries, ...deliveries])]
  corp.massMessages.send(
    task,
    deliveries,
    (receiver) => haveEachOther(corp, userid, receiver) || ownsGroup(corp, userid, receiver),
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
    throw new InputError(
      'external_userid',
      `Mass message ${msgid} has no allow_select, so it goes to all customers of the task; omit external_userid`,
    )
  checkAmong(kept, deliveries.map(receiverOf), 'external_userid')
  return deliveries.filter((receipt) => kept.includes(receiverOf(receipt)))
}

function pickGroups(
  corp: Corp,
  { userid, deliveries }: MassMessageTask,
  picked: readonly string[] | undefined,
): MassMessageReceipt[] {
  if (deliveries.length > 0) {
    if (picked) throw new InputError('chat_id', 'The mass message itself names its group chats; omit chat_id')
    return deliveries
  }
  const owned = corp.groupChats.ofOwner(userid).map((chat) => chat.chat_id)
  checkAmong(picked ?? [], owned, 'chat_id')
  return (picked ?? owned).map((chat_id) => ({ chat_id, status: 0 }))
}

function checkAmong(chosen: readonly string[], available: readonly string[], field: string): void {
  const stranger = chosen.find((one) => !available.includes(one))
  if (stranger !== undefined) throw new InputError(field, `${stranger} is not allowed; allowed: ${upToFive(available)}`)
}

/**
 * A member ignores a mass message. For this member, WeCom's API still returns `status` 0 (not sent). The member can
 * still send the message later.
 *
 * @returns the member's task.
 * @throws {RangeError} the member has no task for this message.
 */
export function memberIgnoresMassMessage(
  corp: Corp,
  ask: MassMessageAsk,
): Outcome & { readonly task: MassMessageTask } {
  const { task } = openMassMessage(corp, ask)
  task.ignored_at = corp.clock.seconds()
  return { events: [], task: structuredClone(task) }
}

export interface MemberSendsMassMessage {
  readonly userid: string
  readonly text: string
  /** Ids of the member's customers who get the mass message. Default: all customers of the member. */
  readonly external_userid?: string[] | undefined
}

export const memberSendsMassMessageSchema: v.GenericSchema<MemberSendsMassMessage> = rowSchema<MemberSendsMassMessage>({
  userid: id,
  text: id,
  external_userid: v.optional(v.pipe(v.array(id), v.nonEmpty())),
})

/**
 * A member sends a mass message that no app created. The message counts towards each customer's limit of mass messages.
 *
 * @throws {RangeError} the member does not have one of the customers as a contact.
 */
export function memberSendsMassMessage(
  corp: Corp,
  { userid, text, external_userid }: MemberSendsMassMessage,
): MassMessageSent & { readonly msgid: string } {
  memberOnTheJob(corp, userid)
  const receivers = external_userid
    ? [...new Set(external_userid)].map((one) => knownFollow(corp, userid, one))
    : corp.follows.ofMember(userid)
  const task = {
    userid,
    deliveries: receivers.map((follow) => ({ external_userid: follow.external_userid, status: 0 as const })),
  }
  const { msgid } = corp.massMessages.add({
    chat_type: 'single',
    creator: userid,
    create_type: 1,
    text: { content: text },
    tasks: [task],
  })
  corp.massMessages.send(task, task.deliveries, (receiver) => haveEachOther(corp, userid, receiver))
  return { events: [], msgid, deliveries: structuredClone(task.deliveries) }
}
