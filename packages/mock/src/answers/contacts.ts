import {
  batchGetContactsByUserEndpoint,
  type CheckedFollowUsers,
  checkFollowUsersEndpoint,
  type ExternalContact,
  type FollowedContact,
  type FollowRelation,
  type FollowUser,
  type FollowUserTag,
  getContactEndpoint,
  listContactIdsEndpoint,
  listFollowUsersEndpoint,
  listServedContactsEndpoint,
  type ServedContact,
  updateContactRemarkEndpoint,
} from '@wecom/contacts'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { Customer, Follow } from '../state/contacts.ts'
import { type App, servesCustomers } from '../state/members.ts'
import { serve, type Served } from './serve.ts'
import {
  createCustomerStrategyServed,
  deleteCustomerStrategyServed,
  getCustomerStrategyServed,
  listCustomerStrategiesServed,
  listCustomerStrategyRangeServed,
  updateCustomerStrategyServed,
} from './strategies.ts'
import {
  getContactTransferResultLegacyServed,
  listContactTransferResultsServed,
  listResignedContactTransferResultsServed,
  listUnassignedContactsServed,
  transferContactLegacyServed,
  transferContactsServed,
  transferResignedContactsServed,
} from './transfers.ts'
import { findCustomer, followsOfCustomer, followsOfMember } from './visible.ts'

function customerOnWire({ suite_id }: App, customer: Customer): ExternalContact {
  if (suite_id === undefined) return { ...customer }
  // WeCom hides these fields from the apps of service providers.
  const { avatar: _avatar, unionid: _unionid, corp_full_name, ...told } = customer
  return { ...told, gender: 0, ...(corp_full_name !== undefined && { corp_full_name: told.corp_name }) }
}

function toFollowRelation({ suite_id }: App, follow: Follow): FollowRelation {
  // Omits an empty field if WeCom documents the field as optional.
  const { userid, remark, description, createtime, add_way, oper_userid } = follow
  const { remark_corp_name, remark_mobiles, state, wechat_channels } = follow
  return {
    userid,
    remark,
    description,
    createtime,
    ...(remark_corp_name !== undefined && { remark_corp_name }),
    // Leaves out the phone numbers for providers' apps, as WeCom does.
    ...(remark_mobiles.length > 0 && suite_id === undefined && { remark_mobiles: [...remark_mobiles] }),
    add_way,
    oper_userid,
    ...(state !== undefined && { state }),
    ...(add_way === 10 && wechat_channels && { wechat_channels }),
  }
}

function toFollowUserTags(corp: Corp, { tag_ids, personal_tags }: Follow): FollowUserTag[] {
  const shared = tag_ids.flatMap((tag_id): FollowUserTag[] => {
    const found = corp.tags.find(tag_id)
    if (!found) return []
    const { group, tag } = found
    return [{ group_name: group.group_name, tag_name: tag.name, tag_id, type: group.strategy_id === undefined ? 1 : 3 }]
  })
  return [...shared, ...personal_tags.map((tag) => ({ ...tag, type: 2 }))]
}

// `getContact` has no parameter for the page size.
const pageSize = 500

const getContactServed: Served = serve(
  getContactEndpoint,
  (corp, { external_userid, cursor }, { app }) => {
    const customer = findCustomer(corp, external_userid)
    const everybody = corp.follows.ofCustomer(external_userid)
    if (everybody.every(({ userid }) => corp.members.find(userid)?.resigned_at)) throw new Refusal(84061)
    const follows = followsOfCustomer(corp, app, customer)
    if (follows.length === 0) throw new Refusal(40096)

    const { items, next_cursor } = corp.cursors.page({
      scope: ['getContact', app.name, external_userid],
      cursor,
      limit: pageSize,
      list: () => follows,
    })
    return {
      external_contact: customerOnWire(app, customer),
      follow_user: items.map((follow) => toFollowUser(corp, app, follow)),
      ...(next_cursor !== undefined && { next_cursor }),
    }
  },
  {
    missing: { external_userid: 41035 },
    failureFields: { follow_user: [] },
    olderPath: { path: '/cgi-bin/crm/get_external_contact' },
  },
)

function toFollowUser(corp: Corp, app: App, follow: Follow): FollowUser {
  const tags = toFollowUserTags(corp, follow)
  return { ...toFollowRelation(app, follow), ...(tags.length > 0 && { tags }) }
}

// A greater `limit` counts as this number.
const maxBatch = 100

const batchGetContactsByUserServed: Served = serve(
  batchGetContactsByUserEndpoint,
  (corp, { userid_list, cursor, limit = 50 }, { app }) => {
    const members = [...new Set(userid_list)].map((userid) => {
      const member = corp.members.find(userid)
      if (!member || !corp.members.isVisible(app, member)) throw new Refusal(40031, `invalid userid list: ${userid}`)
      return member
    })
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['batchGetContactsByUser', app.name, ...userid_list],
      cursor,
      limit: Math.min(limit, maxBatch),
      list: () => members.flatMap((member) => followsOfMember(corp, member)),
    })
    return { external_contact_list: items.map((follow) => toFollowedContact(corp, app, follow)), next_cursor }
  },
  {
    // Accepts `userid` as well, because older clients name one member by it; see the catalogue.
    toDocumented: (sent) =>
      typeof sent['userid'] === 'string' && sent['userid_list'] === undefined
        ? { ...sent, userid_list: [sent['userid']] }
        : sent,
    failureFields: { external_contact_list: [] },
  },
)

function toFollowedContact(corp: Corp, app: App, follow: Follow): FollowedContact {
  const customer = findCustomer(corp, follow.external_userid)
  return {
    external_contact: customerOnWire(app, customer),
    follow_info: {
      ...toFollowRelation(app, follow),
      ...(follow.tag_ids.length > 0 && { tag_id: [...follow.tag_ids] }),
    },
  }
}

const listContactIdsServed: Served = serve(
  listContactIdsEndpoint,
  (corp, { userid }, { app }) => {
    if (!/^[\w.@-]{1,64}$/.test(userid)) throw new Refusal(40003)
    const member = corp.members.find(userid)
    if (!member) throw new Refusal(60111, `userid not found: ${userid}`)
    if (member.resigned_at) throw new Refusal(40003)
    if (!corp.members.isVisible(app, member)) throw new Refusal(60011)
    const follows = followsOfMember(corp, member)
    if (follows.length === 0) throw new Refusal(84061)
    return { external_userid: follows.map(({ external_userid }) => external_userid) }
  },
  {
    missing: { userid: 41009 },
    invalid: { userid: 40003 },
    failureFields: { external_userid: [] },
    olderPath: { path: '/cgi-bin/crm/get_external_contact_list' },
  },
)

const listFollowUsersServed: Served = serve(
  listFollowUsersEndpoint,
  (corp, _params, { app }) => {
    const members = corp.members
      .list()
      .filter((member) => servesCustomers(member) && corp.members.isVisible(app, member))
    return { follow_user: members.map(({ userid }) => userid) }
  },
  {
    failureFields: { follow_user: [] },
    olderPath: { path: '/cgi-bin/crm/get_customer_contacts', names: { follow_user: 'customer_contacts' } },
  },
)

const checkFollowUsersServed: Served = serve(
  checkFollowUsersEndpoint,
  (corp, { userid = [], partyid = [] }, { app }) => {
    const mayUse = (id: string): boolean => isAuthorized(corp, app, id)
    const allMayUse = (id: number): boolean => isDepartmentAuthorized(corp, app, id)
    return {
      authorized: toChecked(userid.filter(mayUse), partyid.filter(allMayUse)),
      unauthorized: toChecked(
        userid.filter((id) => !mayUse(id)),
        partyid.filter((id) => !allMayUse(id)),
      ),
    }
  },
)

function isAuthorized(corp: Corp, app: App, userid: string): boolean {
  const member = corp.members.find(userid)
  return member !== undefined && servesCustomers(member) && corp.members.isVisible(app, member)
}

function isDepartmentAuthorized(corp: Corp, app: App, partyid: number): boolean {
  // WeCom gives the permission for customer contact (客户联系) to members, not to departments.
  const members = corp.members
    .list()
    .filter((member) => !member.resigned_at && corp.members.covers({ userid: [], partyid: [partyid] }, member))
  return members.length > 0 && members.every(({ userid }) => isAuthorized(corp, app, userid))
}

function toChecked(userid: string[], partyid: number[]): CheckedFollowUsers {
  return { ...(userid.length > 0 && { userid }), ...(partyid.length > 0 && { partyid }) }
}

const maxServedContacts = 1000

const listServedContactsServed: Served = serve(
  listServedContactsEndpoint,
  (corp, { cursor, limit = maxServedContacts }, { app }) => {
    // Refuses apps of providers.
    if (app.suite_id !== undefined) throw new Refusal(48002)
    const { items, next_cursor = '' } = corp.cursors.page({
      scope: ['listServedContacts', app.name],
      cursor,
      limit: Math.min(limit, maxServedContacts),
      list: () => [...customers(corp, app), ...others(corp, app)].map(withTemporaryIds(corp)),
      invalidCursor: 701105,
    })
    return { info_list: items, next_cursor }
  },
  { failureFields: { info_list: [] } },
)

/**
 * An entry in the answer of `listServedContacts`, and the id of the person in the entry (`contact`). For a customer,
 * `contact` is the external_userid. For anybody else, it is an id that only the fake corp uses. All entries with the
 * same `contact` get the same `tmp_openid`.
 */
interface ServedContactEntry {
  readonly contact: string
  readonly entry: Omit<ServedContact, 'tmp_openid'>
}

function customers(corp: Corp, app: App): ServedContactEntry[] {
  return corp.members
    .list()
    .filter((member) => servesCustomers(member) && corp.members.isVisible(app, member))
    .flatMap(({ userid }) => corp.follows.ofMember(userid))
    .map(({ userid, external_userid, createtime }) => ({
      contact: external_userid,
      entry: { is_customer: true, external_userid, follow_userid: userid, add_time: createtime },
    }))
}

function others(corp: Corp, app: App): ServedContactEntry[] {
  return corp.servedContacts
    .list()
    .filter(({ follow_userid }) => {
      const member = corp.members.find(follow_userid)
      return member !== undefined && corp.members.isVisible(app, member)
    })
    .map(({ contact, follow_userid, ...entry }) => ({
      contact,
      // Leaves out the member in an entry with a chat_id, as the sample in WeCom's documentation does.
      entry: { is_customer: false, ...entry, ...(entry.chat_id === undefined && { follow_userid }) },
    }))
}

function withTemporaryIds(corp: Corp): (served: ServedContactEntry) => ServedContact {
  const ids = new Map<string, string>()
  return ({ contact, entry: { is_customer, ...entry } }) => {
    const tmp_openid = ids.get(contact) ?? corp.ephemeral.text(32)
    ids.set(contact, tmp_openid)
    return { is_customer, tmp_openid, ...entry }
  }
}

const updateContactRemarkServed: Served = serve(
  updateContactRemarkEndpoint,
  (
    corp,
    { userid, external_userid, remark, description, remark_company, remark_mobiles, remark_pic_mediaid },
    { app },
  ) => {
    const member = corp.members.visibleMember(app, userid)
    const customer = findCustomer(corp, external_userid)
    const follow = corp.follows.find(userid, external_userid)
    if (!follow || !servesCustomers(member)) throw new Refusal(84061)
    corp.media.checkTemporary('image', remark_pic_mediaid)

    corp.follows.change(follow, {
      ...(remark !== undefined && { remark }),
      ...(description !== undefined && { description }),
      ...(remark_company !== undefined && customer.type === 1 && { remark_corp_name: remark_company || undefined }),
      // An empty text in this list clears the phone numbers. WeCom does not say whether `''` or `['']`, so both work.
      ...(remark_mobiles !== undefined && {
        remark_mobiles: [remark_mobiles].flat().filter((mobile) => mobile !== ''),
      }),
      ...(remark_pic_mediaid !== undefined && { remark_pic_mediaid: remark_pic_mediaid || undefined }),
    })
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)

export const contactsServed: readonly Served[] = [
  batchGetContactsByUserServed,
  checkFollowUsersServed,
  createCustomerStrategyServed,
  deleteCustomerStrategyServed,
  getContactServed,
  getContactTransferResultLegacyServed,
  getCustomerStrategyServed,
  listContactIdsServed,
  listContactTransferResultsServed,
  listCustomerStrategiesServed,
  listCustomerStrategyRangeServed,
  listFollowUsersServed,
  listResignedContactTransferResultsServed,
  listServedContactsServed,
  listUnassignedContactsServed,
  transferContactLegacyServed,
  transferContactsServed,
  transferResignedContactsServed,
  updateContactRemarkServed,
  updateCustomerStrategyServed,
]
