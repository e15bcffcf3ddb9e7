import type { FakeCorp } from '@wecom/mock'
import type { Choice } from '../form/Field.ts'
import { allCustomers, allMembers, groupChats, knownTags, scannableWays } from './choices.ts'

type List = (corp: FakeCorp) => readonly Choice[]

/**
 * Functions that return suggested values for a text field, from the data of the fake corp. The key is the name of the
 * field.
 */
const lists: Readonly<Record<string, List | undefined>> = {
  add_tag: knownTags,
  admin_list: allMembers,
  chat_id: groupChats,
  chat_id_list: groupChats,
  config_id: scannableWays,
  external_userid: allCustomers,
  external_userid_list: allCustomers,
  handover_userid: allMembers,
  id: knownTags,
  new_owner: allMembers,
  remove_tag: knownTags,
  sender: allMembers,
  tag_id: knownTags,
  tag_list: knownTags,
  takeover_userid: allMembers,
  user: allMembers,
  user_list: allMembers,
  userid: allMembers,
  userid_list: allMembers,
}

export function suggestionsFor(corp: FakeCorp, name: string): readonly Choice[] {
  return lists[name]?.(corp) ?? []
}
