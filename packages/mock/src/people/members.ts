import * as v from 'valibot'
import { id, InputError, newUserid, rowSchema } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { DirectMessage, Follow } from '../state/contacts.ts'
import type { Member } from '../state/members.ts'
import { raiseContactEvent, welcomeCode } from './contacts.ts'
import { knownFollow, knownTag, memberOnTheJob, type Outcome, type Pair } from './known.ts'
import { raiseAcquisitionChat } from './sources.ts'

/** New values for a member's notes about a customer. A note does not change if its field is missing. */
export interface MemberEditsRemark {
  readonly userid: string
  readonly external_userid: string
  readonly remark?: string | undefined
  readonly description?: string | undefined
  readonly remark_corp_name?: string | undefined
  readonly remark_mobiles?: string[] | undefined
}

export const memberEditsRemarkSchema: v.GenericSchema<MemberEditsRemark> = rowSchema<MemberEditsRemark>({
  userid: id,
  external_userid: id,
  remark: v.optional(v.string()),
  description: v.optional(v.string()),
  remark_corp_name: v.optional(v.string()),
  remark_mobiles: v.optional(v.array(v.string())),
})

/**
 * A member edits the notes about a customer. Apps receive an event, except if only the phone numbers change.
 *
 * @returns the changed follow relation.
 * @throws {RangeError} the member does not have the customer as a contact.
 */
export function memberEditsRemark(
  corp: Corp,
  { userid, external_userid, remark, description, remark_corp_name, remark_mobiles }: MemberEditsRemark,
): Outcome & { readonly follow: Follow } {
  const follow = knownFollow(corp, userid, external_userid)
  corp.follows.change(follow, {
    ...(remark !== undefined && { remark }),
    ...(description !== undefined && { description }),
    ...(remark_corp_name !== undefined && { remark_corp_name: remark_corp_name || undefined }),
    ...(remark_mobiles !== undefined && { remark_mobiles: [...remark_mobiles] }),
  })

  const isTold = [remark, description, remark_corp_name].some((text) => text !== undefined)
  const event = { ChangeType: 'edit_external_contact', UserID: userid, ExternalUserID: external_userid }
  return { events: isTold ? raiseContactEvent(corp, event) : [], follow: structuredClone(follow) }
}

export interface MemberTagsCustomer {
  readonly userid: string
  readonly external_userid: string
  readonly add_tag?: string[] | undefined
  readonly remove_tag?: string[] | undefined
}

export const memberTagsCustomerSchema: v.GenericSchema<MemberTagsCustomer> = rowSchema<MemberTagsCustomer>({
  userid: id,
  external_userid: id,
  add_tag: v.optional(v.array(id)),
  remove_tag: v.optional(v.array(id)),
})

/**
 * A member adds tags to a customer, or removes tags from the customer.
 *
 * @returns the changed follow relation.
 * @throws {RangeError} the member does not have the customer as a contact, or a tag does not exist.
 */
export function memberTagsCustomer(
  corp: Corp,
  { userid, external_userid, add_tag = [], remove_tag = [] }: MemberTagsCustomer,
): Outcome & { readonly follow: Follow } {
  const follow = knownFollow(corp, userid, external_userid)
  checkTags(corp, add_tag, 'add_tag')
  checkTags(corp, remove_tag, 'remove_tag')
  const kept = [...new Set([...follow.tag_ids, ...add_tag])]
  corp.follows.change(follow, { tag_ids: kept.filter((wanted) => !remove_tag.includes(wanted)) })
  return {
    events: raiseContactEvent(corp, {
      ChangeType: 'edit_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    follow: structuredClone(follow),
  }
}

function checkTags(corp: Corp, ids: readonly string[], field: string): void {
  for (const wanted of ids) {
    if (!knownTag(corp, wanted, field).tag) {
      throw new InputError(field, `${wanted} is a tag group; use the ids of its tags`)
    }
  }
}

export interface MemberLeaves {
  readonly userid: string
}

export const memberLeavesSchema: v.GenericSchema<MemberLeaves> = rowSchema<MemberLeaves>({ userid: id })

/**
 * A member leaves the corp. Apps can then transfer the member's customers to other members. Apps receive no event,
 * because customer contact has no event for a member who leaves.
 *
 * @returns the changed member.
 * @throws {RangeError} the member does not exist, or has already left the corp.
 */
export function memberLeaves(corp: Corp, { userid }: MemberLeaves): Outcome & { readonly member: Member } {
  const member = memberOnTheJob(corp, userid)
  member.resigned_at = corp.clock.seconds()
  return { events: [], member: structuredClone(member) }
}

export interface MemberGetsCustomerContact {
  readonly userid: string
  /** Name of a new member. Default: the userid. The name has no effect if the corp already has the member. */
  readonly name?: string | undefined
}

export const memberGetsCustomerContactSchema: v.GenericSchema<MemberGetsCustomerContact> =
  rowSchema<MemberGetsCustomerContact>({ userid: newUserid, name: v.optional(v.string()) })

/**
 * A member gets permission for customer contact (客户联系). If the corp does not have the member yet, the action adds the
 * member to the first department of the corp. Apps receive no event, because customer contact has no event for this.
 *
 * @returns the changed or new member.
 * @throws {RangeError} the member has left the corp, or already has permission for customer contact.
 */
export function memberGetsCustomerContact(
  corp: Corp,
  { userid, name = userid }: MemberGetsCustomerContact,
): Outcome & { readonly member: Member } {
  if (!corp.members.find(userid)) {
    const department = corp.members.departments().slice(0, 1)
    const joined = { userid, name, department: department.map((first) => first.id), verified: true }
    corp.members.add({ ...joined, customer_contact: false })
  }
  const member = memberOnTheJob(corp, userid)
  if (member.customer_contact) throw new InputError('userid', `Member ${userid} already has customer contact`)
  member.customer_contact = true
  return { events: [], member: structuredClone(member) }
}

/**
 * A member sends a message to a customer. WeCom's statistics count the message.
 *
 * @returns the message.
 * @throws {RangeError} the member does not have the customer as a contact, or the customer has deleted the member.
 */
export function memberWritesToCustomer(
  corp: Corp,
  { userid, external_userid }: Pair,
): Outcome & { readonly message: DirectMessage } {
  const follow = knownFollow(corp, userid, external_userid)
  if (follow.customer_left_at !== undefined) {
    throw new InputError(
      'external_userid',
      `Customer ${external_userid} has deleted member ${userid}, so the member cannot write; let the customer add the member again`,
    )
  }
  const message: DirectMessage = { userid, external_userid, from: 'member', time: corp.clock.seconds() }
  corp.conversations.addDirect(message)
  return { events: [], message: { ...message } }
}

/**
 * A customer sends a message to a member. WeCom's statistics count the message. If the customer added the member
 * through an acquisition link, apps receive an event for the third, fifth and tenth message. If this customer is a
 * WeChat user, apps also receive an event for the first message.
 *
 * @returns the message.
 * @throws {RangeError} the member does not have the customer as a contact, or the customer has deleted the member.
 */
export function customerWritesToMember(
  corp: Corp,
  { userid, external_userid }: Pair,
): Outcome & { readonly message: DirectMessage } {
  const follow = knownFollow(corp, userid, external_userid)
  if (follow.customer_left_at !== undefined) {
    throw new InputError(
      'userid',
      `Customer ${external_userid} has deleted member ${userid}, so the customer cannot write; let the customer add the member again`,
    )
  }
  const message: DirectMessage = { userid, external_userid, from: 'customer', time: corp.clock.seconds() }
  corp.conversations.addDirect(message)
  return { events: raiseAcquisitionChat(corp, userid, external_userid), message: { ...message } }
}

/**
 * A customer agrees that chats with a member are archived (会话内容存档). If chats of the member are archived, the member can
 * send the customer a welcome message only after this action.
 *
 * @returns the changed follow relation.
 * @throws {RangeError} the member does not have the customer as a contact, or the customer has agreed before.
 *
 * @example
 * const { events } = corp.people.customerAgreesToArchive({ userid: 'wangfang', external_userid: 'wm1' })
 * // [{ ChangeType: 'msg_audit_approved', WelcomeCode: … }]
 */
export function customerAgreesToArchive(corp: Corp, pair: Pair): Outcome & { readonly follow: Follow } {
  const { userid, external_userid } = pair
  const follow = knownFollow(corp, userid, external_userid)
  if (follow.archive_agreed_at !== undefined) {
    throw new InputError(
      'external_userid',
      `Customer ${external_userid} has already agreed that chats with member ${userid} are archived`,
    )
  }
  corp.follows.change(follow, { archive_agreed_at: corp.clock.seconds() })
  const events = raiseContactEvent(corp, {
    ChangeType: 'msg_audit_approved',
    UserID: userid,
    ExternalUserID: external_userid,
    ...welcomeCode(corp, pair),
  })
  return { events, follow: structuredClone(follow) }
}
