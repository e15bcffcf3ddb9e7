import type { MomentTaskResult, MomentVisibleRangeParams } from '@wecom/moments'
import type { App } from './apps.ts'
import { type Member, servesCustomers } from './members.ts'
import type { MomentPublication } from './moments.ts'
import type { Tenant } from './Tenant.ts'

type Corp = Pick<Tenant, 'members' | 'follows' | 'tags'>

/** What a `visible_range` comes to. */
export interface MomentRange {
  readonly publications: MomentPublication[]
  /** What of it was left out. */
  readonly refused: Pick<MomentTaskResult, 'invalid_sender_list' | 'invalid_external_contact_list'>
}

/**
 * Who is asked to publish, and which customers see it. Senders alone: all their customers. Tags alone: the members who have
 * such customers. Neither: all members in the app's sight.
 */
export function resolveMomentRange(
  corp: Corp,
  app: App,
  { sender_list = {}, external_contact_list }: MomentVisibleRangeParams = {},
): MomentRange {
  const { user_list = [], department_list = [] } = sender_list
  const namesSenders = user_list.length + department_list.length > 0
  const everybody = corp.members.list().filter((member) => isSender(corp, app, member))
  const users = split(user_list, (userid) => everybody.some((member) => member.userid === userid))
  const departments = split(
    department_list,
    (id) => corp.members.findDepartment(id) !== undefined && corp.members.isDepartmentVisible(app, id),
  )
  const named = { userid: users.valid, partyid: departments.valid }
  const senders = namesSenders ? everybody.filter((member) => corp.members.covers(named, member)) : everybody

  const tags = split(external_contact_list?.tag_list ?? [], (id) => corp.tags.find(id) !== undefined)
  const publications = senders.map(({ userid }) => ({
    userid,
    chosen: chooseCustomers(corp, userid, external_contact_list && tags.valid),
    reached: [],
    comments: [],
    likes: [],
  }))
  return {
    publications:
      external_contact_list && !namesSenders ? publications.filter(({ chosen }) => chosen.length > 0) : publications,
    refused: {
      ...(users.invalid.length + departments.invalid.length > 0 && {
        invalid_sender_list: {
          ...(users.invalid.length > 0 && { user_list: users.invalid }),
          ...(departments.invalid.length > 0 && { department_list: departments.invalid }),
        },
      }),
      ...(tags.invalid.length > 0 && { invalid_external_contact_list: { tag_list: tags.invalid } }),
    },
  }
}

function isSender({ members }: Corp, app: App, member: Member): boolean {
  return servesCustomers(member) && members.isVisible(app, member)
}

/** @param tags - any of these; all customers of the member, if left out. */
function chooseCustomers({ follows }: Corp, userid: string, tags: readonly string[] | undefined): string[] {
  return follows
    .ofMember(userid)
    .filter(({ tag_ids }) => tags === undefined || tag_ids.some((id) => tags.includes(id)))
    .map(({ external_userid }) => external_userid)
}

function split<Key>(keys: readonly Key[], isValid: (key: Key) => boolean): { valid: Key[]; invalid: Key[] } {
  const distinct = [...new Set(keys)]
  return { valid: distinct.filter((key) => isValid(key)), invalid: distinct.filter((key) => !isValid(key)) }
}
