import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownGroupChat, knownGroupChatMember, raiseGroupChatEvent } from './groupChatPeople.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

export interface OwnerChanges {
  readonly chat_id: string
  /** The new owner: a member of the corp who is in the group. */
  readonly userid: string
}

export const ownerChangesSchema: v.GenericSchema<OwnerChanges> = seedRow<OwnerChanges>({ chat_id: id, userid: id })

/**
 * The owner of a group makes somebody else the owner.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or the member is not in it, or owns it already.
 */
export function ownerChanges(
  tenant: Tenant,
  { chat_id, userid }: OwnerChanges,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  memberOnTheJob(tenant, userid)
  knownGroupChatMember(chat, userid)
  if (chat.owner === userid) throw new InputError('userid', `${userid} owns group ${chat_id} already`)

  tenant.groupChats.handOver(chat, userid, 'owner')
  return {
    events: raiseGroupChatEvent(tenant, chat, 'update', { UpdateDetail: 'change_owner' }),
    group_chat: structuredClone(chat),
  }
}
