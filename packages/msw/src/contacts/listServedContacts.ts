import { type ServedContact, listServedContactsEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import { servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

const maxLimit = 1000

export const listServedContactsServed: Served = serve(
  listServedContactsEndpoint,
  (tenant, { cursor, limit = maxLimit }, { app }) => {
    // Not for apps of providers.
    if (app.suite_id !== undefined) throw new Refusal(48002)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listServedContacts', app.name],
      cursor,
      limit: Math.min(limit, maxLimit),
      list: () => [...customers(tenant, app), ...others(tenant, app)].map(withTemporaryIds(tenant)),
      invalidCursor: 701105,
    })
    return { info_list: items, next_cursor }
  },
  { empty: { info_list: [] } },
)

/** An entry, and who it is about. */
interface Meeting {
  readonly contact: string
  readonly entry: Omit<ServedContact, 'tmp_openid'>
}

function customers(tenant: Tenant, app: App): Meeting[] {
  return tenant.members
    .list()
    .filter((member) => servesCustomers(member) && tenant.members.isVisible(app, member))
    .flatMap(({ userid }) => tenant.follows.ofMember(userid))
    .map(({ userid, external_userid, createtime }) => ({
      contact: external_userid,
      entry: { is_customer: true, external_userid, follow_userid: userid, add_time: createtime },
    }))
}

function others(tenant: Tenant, app: App): Meeting[] {
  return tenant.servedContacts
    .list()
    .filter(({ follow_userid }) => {
      const member = tenant.members.find(follow_userid)
      return member !== undefined && tenant.members.isVisible(app, member)
    })
    .map(({ contact, follow_userid, ...entry }) => ({
      contact,
      // In WeCom's sample an entry with a chat_id names nobody.
      entry: { is_customer: false, ...entry, ...(entry.chat_id === undefined && { follow_userid }) },
    }))
}

/** Gives each contact an id that holds for one walk through the list. */
function withTemporaryIds(tenant: Tenant): (meeting: Meeting) => ServedContact {
  const ids = new Map<string, string>()
  return ({ contact, entry: { is_customer, ...entry } }) => {
    const tmp_openid = ids.get(contact) ?? tenant.ephemeral.text(32)
    ids.set(contact, tmp_openid)
    return { is_customer, tmp_openid, ...entry }
  }
}
