import type { FakeCorp } from '@wecom/mock'
import type { Choice } from '../form/Field.ts'

/**
 * Each function in this file returns entries of the fake corp as choices for a form of the playground page. The value
 * of a choice contains ids, and the label contains names.
 */

/**
 * Returns the members who can have customers: they have not left the corp, and have permission for customer contact.
 */
export function servingMembers({ members }: FakeCorp): Choice[] {
  return members.list().flatMap(({ userid, name, resigned_at, customer_contact }) => {
    return resigned_at === undefined && customer_contact ? [{ value: userid, label: `${name} (${userid})` }] : []
  })
}

export function allMembers({ members }: FakeCorp): Choice[] {
  return members.list().map(({ userid, name }) => ({ value: userid, label: name }))
}

export function allCustomers({ customers }: FakeCorp): Choice[] {
  return customers.list().map(({ external_userid, name }) => ({ value: external_userid, label: name }))
}

/**
 * Returns one choice for each customer of each member, newest first. The value of a choice is `userid/external_userid`.
 * Members who have left the corp are omitted.
 */
export function customersOfMembers({ follows, members, customers }: FakeCorp): Choice[] {
  return [...follows.list()].toReversed().flatMap(({ userid, external_userid }) => {
    const [member, customer] = [members.find(userid), customers.find(external_userid)]
    if (!member || member.resigned_at !== undefined) return []
    return [{ value: `${userid}/${external_userid}`, label: `${member.name} – ${customer?.name ?? external_userid}` }]
  })
}

export function groupChats(corp: FakeCorp): Choice[] {
  return corp.groupChats.list().flatMap(({ chat_id, name, dismissed_at }) => {
    return dismissed_at === undefined ? [{ value: chat_id, label: name || chat_id }] : []
  })
}

export function scannableWays({ contactWays }: FakeCorp): Choice[] {
  return contactWays.list().map(({ config_id, remark, state }) => {
    return { value: config_id, label: remark || state || config_id }
  })
}

export function knownTags({ tags }: FakeCorp): Choice[] {
  return tags.groups().flatMap(({ group_name, tags: inGroup }) => {
    return inGroup.flatMap(({ id, name, deleted }) => {
      return deleted ? [] : [{ value: id, label: `${group_name}: ${name}` }]
    })
  })
}
