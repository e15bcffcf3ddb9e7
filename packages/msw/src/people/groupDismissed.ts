import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownGroupChat, raiseGroupChatEvent } from './groupChatPeople.ts'
import type { Outcome } from './people.ts'

export interface GroupDismissed {
  readonly chat_id: string
}

export const groupDismissedSchema: v.GenericSchema<GroupDismissed> = seedRow<GroupDismissed>({ chat_id: id })

/**
 * The owner dismisses a group.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or it is dismissed already.
 */
export function groupDismissed(
  tenant: Tenant,
  { chat_id }: GroupDismissed,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  chat.dismissed_at = tenant.clock.seconds()
  return { events: raiseGroupChatEvent(tenant, chat, 'dismiss'), group_chat: structuredClone(chat) }
}
