import { InputError } from '../InputError.ts'
import type { EventValue, TenantEvent } from '../tenant/events.ts'
import { type GroupChat, type GroupChatMember, findInChat, isFull, presentMembers } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { some } from './people.ts'

/** @throws {RangeError} there is no such group, or it is dismissed. */
export function knownGroupChat(tenant: Tenant, chat_id: string): GroupChat {
  const chat = tenant.groupChats.find(chat_id)
  if (chat && chat.dismissed_at === undefined) return chat
  const others = tenant.groupChats.list().flatMap((other) => (other.dismissed_at === undefined ? [other.chat_id] : []))
  throw new InputError(
    'chat_id',
    `${chat ? `Group ${chat_id} is dismissed` : `There is no group ${chat_id}`}; ${some(others)}`,
  )
}

/** @throws {RangeError} the person is not in the group. */
export function knownGroupChatMember(chat: GroupChat, userid: string, field = 'userid'): GroupChatMember {
  const member = findInChat(chat, userid)
  if (member) return member
  const others = presentMembers(chat).map((other) => other.userid)
  throw new InputError(field, `${userid} is not in group ${chat.chat_id}; ${some(others)}`)
}

/** @throws {RangeError} the person is in the group already, or nobody else fits in. */
export function checkMayJoin(chat: GroupChat, userid: string, field: 'userid' | 'external_userid'): void {
  if (findInChat(chat, userid)) throw new InputError(field, `${userid} is in group ${chat.chat_id} already`)
  if (isFull(chat)) {
    throw new InputError(
      'chat_id',
      `Group ${chat.chat_id} is full with ${presentMembers(chat).length} people; let one leave first`,
    )
  }
}

/** Tells that something happened to a group. Of one whose owner lacks the customer-contact feature nobody hears. */
export function raiseGroupChatEvent(
  tenant: Tenant,
  { chat_id, owner }: GroupChat,
  ChangeType: 'create' | 'update' | 'dismiss',
  detail: Readonly<Record<string, EventValue>> = {},
): TenantEvent[] {
  if (!tenant.members.find(owner)?.customer_contact) return []
  return [tenant.events.add({ Event: 'change_external_chat', ChangeType, ChatId: chat_id, ...detail })]
}
