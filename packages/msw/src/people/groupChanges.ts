import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownGroupChat, knownGroupChatMember, raiseGroupChatEvent } from './groupChatPeople.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

/** What is changed about a group; what is left out stays. */
export interface GroupChanges {
  readonly chat_id: string
  readonly name?: string | undefined
  /** The announcement; none, if empty. */
  readonly notice?: string | undefined
  /** userids of those who help the owner. Apps are not told of these. */
  readonly admins?: string[] | undefined
}

export const groupChangesSchema: v.GenericSchema<GroupChanges> = seedRow<GroupChanges>({
  chat_id: id,
  name: v.optional(v.string()),
  notice: v.optional(v.string()),
  admins: v.optional(v.array(id)),
})

/**
 * The owner of a group, or somebody else who may, gives it another name, announcement or admins.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or an admin is not in it.
 */
export function groupChanges(
  tenant: Tenant,
  { chat_id, name, notice, admins }: GroupChanges,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  for (const userid of admins ?? []) {
    memberOnTheJob(tenant, userid, 'admins')
    knownGroupChatMember(chat, userid, 'admins')
  }
  if (name !== undefined) chat.name = name
  if (notice !== undefined) chat.notice = notice || undefined
  if (admins !== undefined) chat.admins = [...admins]

  const changed = [...(name === undefined ? [] : ['change_name']), ...(notice === undefined ? [] : ['change_notice'])]
  return {
    events: changed.flatMap((UpdateDetail) => raiseGroupChatEvent(tenant, chat, 'update', { UpdateDetail })),
    group_chat: structuredClone(chat),
  }
}
