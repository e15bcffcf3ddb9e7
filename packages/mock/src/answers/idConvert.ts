import {
  applyMassCallTicketEndpoint,
  convertChatIdsEndpoint,
  convertCorpGroupExternalUseridsToPendingIdsEndpoint,
  convertExternalTagidsEndpoint,
  convertExternalUseridsToPendingIdsEndpoint,
  convertExternalUseridToOpenidEndpoint,
  convertFromServiceExternalUseridEndpoint,
  convertTmpExternalUseridsEndpoint,
  convertToServiceExternalUseridEndpoint,
  convertUnionidToCorpGroupExternalUseridsEndpoint,
  convertUnionidToCorpGroupPendingIdEndpoint,
  convertUnionidToCorpExternalUseridsLegacyEndpoint,
  convertUnionidToExternalUseridEndpoint,
  convertUnionidToExternalUseridLegacyEndpoint,
  finishExternalUseridMigrationEndpoint,
  finishOpenidMigrationEndpoint,
  getNewExternalUseridsEndpoint,
  getOpenidMigrationEndpoint,
  type KnownPendingId,
  scheduleChatIdUpgradeEndpoint,
  upgradeChatIdsForNewCorpsEndpoint,
} from '@wecom/id-convert'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import { chatIdsOf, fromServiceId, toServiceId } from '../state/appIds.ts'
import { presentMembers } from '../state/groupchat.ts'
import type { App } from '../state/members.ts'
import { isTemplate, type PendingId, type Provider } from '../state/provider.ts'
import { serve, type Served, serveProvider, serveSuite } from './serve.ts'
import { checkUnionid, customerWithUnionid, isCustomerGroup, visibleCustomer } from './visible.ts'

function onlyForTemplates({ suite_id }: App): void {
  if (suite_id === undefined || !isTemplate(suite_id)) throw new Refusal(48002)
}

function onlyForProviders({ suite_id }: App): void {
  if (suite_id === undefined) throw new Refusal(48002)
}

interface Params {
  readonly external_userid: readonly string[]
  readonly chat_id?: string | undefined
}

/**
 * Returns the pending ids of customers. A pending id (pending_id) is the temporary id that a person had before becoming
 * a customer. The result omits customers without a pending id.
 */
function knownPendingIds(
  corp: Corp,
  app: App,
  asked_by: PendingId['asked_by'],
  { external_userid, chat_id }: Params,
): KnownPendingId[] {
  const isMeant = chat_id ? membersOfGroup(corp, app, chat_id) : undefined
  return external_userid
    .filter((id) => isMeant?.has(id) ?? true)
    .flatMap((id) => {
      const customer = isMeant ? corp.customers.find(id) : visibleCustomer(corp, app, id)
      if (!customer) throw new Refusal(40096)
      const pending_id = corp.pendingIds.find(asked_by, customer.unionid)
      return pending_id === undefined ? [] : [{ external_userid: id, pending_id }]
    })
}

function membersOfGroup(corp: Corp, app: App, chat_id: string): Set<string> {
  const chat = corp.groupChats.find(chat_id)
  const owner = chat && corp.members.find(chat.owner)
  if (!owner || !corp.members.isVisible(app, owner)) throw new Refusal(40058, `invalid chat_id: ${chat_id}`)
  return new Set(presentMembers(chat).map(({ userid }) => userid))
}

const applyMassCallTicketServed: Served = serve(
  applyMassCallTicketEndpoint,
  (corp, _params, { app }) => {
    onlyForProviders(app)
    const provider = corp.provider.get()
    if (!provider || provider.mass_call_ticket_at !== undefined) throw new Refusal(48002)
    provider.mass_call_ticket_at = corp.clock.seconds()
    return { mass_call_ticket: corp.random.text(64) }
  },
  { customerContact: false },
)

const convertUnionidToExternalUseridServed: Served = serve(
  convertUnionidToExternalUseridEndpoint,
  (corp, { unionid }, { app }) => {
    onlyForProviders(app)
    checkUnionid(unionid)
    const customer = customerWithUnionid(corp, app, unionid)
    if (customer) return { external_userid: customer.external_userid }
    return { pending_id: corp.pendingIds.ask('provider', unionid) }
  },
  { missing: { unionid: 610014 } },
)

const convertUnionidToCorpExternalUseridsLegacyServed: Served = serveSuite(
  convertUnionidToCorpExternalUseridsLegacyEndpoint,
  (corp, { unionid, corpid = corp.corpId }, { suite }) => {
    checkUnionid(unionid)
    const app = corpid === corp.corpId ? corp.apps.ofSuite(suite.suite_id) : undefined
    const customer = app && customerWithUnionid(corp, app, unionid)
    return { external_userid_info: customer ? [{ corpid, external_userid: customer.external_userid }] : [] }
  },
  { missing: { unionid: 610014 }, failureFields: { external_userid_info: [] } },
)

const convertUnionidToExternalUseridLegacyServed: Served = serve(
  convertUnionidToExternalUseridLegacyEndpoint,
  (corp, { unionid }, { app }) => {
    onlyForProviders(app)
    checkUnionid(unionid)
    const customer = customerWithUnionid(corp, app, unionid)
    if (!customer) throw new Refusal(40096)
    return { external_userid: customer.external_userid }
  },
  { missing: { unionid: 610014 } },
)

const convertUnionidToCorpGroupPendingIdServed: Served = serve(
  convertUnionidToCorpGroupPendingIdEndpoint,
  (corp, { unionid }) => {
    checkUnionid(unionid)
    return { pending_id: corp.pendingIds.ask('upstream', unionid) }
  },
  { missing: { unionid: 610014 } },
)

// The only downstream corp (下游企业) of a fake corp is the fake corp itself.
const convertUnionidToCorpGroupExternalUseridsServed: Served = serve(
  convertUnionidToCorpGroupExternalUseridsEndpoint,
  (corp, { unionid, corpid: requestedCorpid }, { app }) => {
    const corpid = requestedCorpid || corp.corpId
    checkUnionid(unionid)
    const customer = corpid === corp.corpId ? customerWithUnionid(corp, app, unionid) : undefined
    return { external_userid_info: customer ? [{ corpid, external_userid: customer.external_userid }] : [] }
  },
  { missing: { unionid: 610014 }, failureFields: { external_userid_info: [] } },
)

const convertExternalUseridsToPendingIdsServed: Served = serve(
  convertExternalUseridsToPendingIdsEndpoint,
  (corp, params, { app }) => {
    onlyForProviders(app)
    return { result: knownPendingIds(corp, app, 'provider', params) }
  },
  { failureFields: { result: [] } },
)

const convertCorpGroupExternalUseridsToPendingIdsServed: Served = serve(
  convertCorpGroupExternalUseridsToPendingIdsEndpoint,
  (corp, params, { app }) => ({ result: knownPendingIds(corp, app, 'upstream', params) }),
  { failureFields: { result: [] } },
)

const week = 7 * 24 * 3600

const scheduleChatIdUpgradeServed: Served = serve(scheduleChatIdUpgradeEndpoint, (corp, { upgrade_time }, { app }) => {
  onlyForTemplates(app)
  const now = corp.clock.seconds()
  if (upgrade_time < now || upgrade_time > now + week) {
    throw new Refusal(40058, 'upgrade_time is invalid. invalid Request Parameter')
  }
  // Keeps an upgrade that took effect.
  if (chatIdsOf(corp, app) !== 'provider') app.chat_id_upgrade_at = upgrade_time
  return {}
})

const convertChatIdsServed: Served = serve(
  convertChatIdsEndpoint,
  (corp, { chat_id_list }, { app }) => {
    onlyForTemplates(app)
    // The errcode is assumed, because WeCom's page has none for a call before the upgrade is scheduled or after it took effect.
    if (chatIdsOf(corp, app) !== 'either') throw new Refusal(48002)
    const isKnown = (chat_id: string): boolean => {
      const chat = corp.groupChats.find(fromServiceId(toServiceId(chat_id)))
      return chat !== undefined && isCustomerGroup(corp, chat) && corp.members.isOwnerInRange(app, chat.owner)
    }
    const invalid_chat_id_list = chat_id_list.filter((chat_id) => !isKnown(chat_id))
    return {
      items: chat_id_list.filter(isKnown).map((chat_id) => ({ chat_id, new_chat_id: toServiceId(chat_id) })),
      ...(invalid_chat_id_list.length > 0 && { invalid_chat_id_list }),
    }
  },
  { failureFields: { items: [] }, convertsIds: 'chats' },
)

const upgradeChatIdsForNewCorpsServed: Served = serveSuite(
  upgradeChatIdsForNewCorpsEndpoint,
  (_corp, _params, { suite }) => {
    if (!isTemplate(suite.suite_id)) throw new Refusal(48002)
    suite.upgrades_chat_ids = true
    return {}
  },
)

const convertExternalTagidsServed: Served = serve(
  convertExternalTagidsEndpoint,
  (corp, { external_tagid_list }, { app }) => {
    onlyForProviders(app)
    const known = external_tagid_list.filter((id) => {
      const found = corp.tags.findAny(id)
      return found !== undefined && !(found.tag ?? found.group).deleted
    })
    return {
      // Returns tag ids unchanged, because all apps of the fake corp use the same ones. A provider's id also comes back unchanged.
      items: known.map((external_tagid) => ({ external_tagid, open_external_tagid: external_tagid })),
      invalid_external_tagid_list: external_tagid_list.filter((id) => !known.includes(id)),
    }
  },
  { failureFields: { items: [] } },
)

const convertExternalUseridToOpenidServed: Served = serve(
  convertExternalUseridToOpenidEndpoint,
  (corp, { external_userid }, { app }) => {
    const customer = visibleCustomer(corp, app, external_userid)
    if (!customer) throw new Refusal(40096)
    if (customer.type === 2) throw new Refusal(41056)
    return { openid: `oOpen_${external_userid.slice(2)}` }
  },
  { missing: { external_userid: 41035 }, customerContact: false },
)

// A temporary id is this prefix and an external_userid. In WeCom, temporary ids come from meetings and forms, which the
// fake corp does not have.
const mark = 'tmp_'

const convertTmpExternalUseridsServed: Served = serve(
  convertTmpExternalUseridsEndpoint,
  (corp, { user_type, tmp_external_userid_list }, { app }) => {
    if (user_type === 1 && !app.customer_contact) throw new Refusal(48002)
    const converted = tmp_external_userid_list.map((tmp_external_userid) => ({
      tmp_external_userid,
      external_userid: user_type === 1 ? toCustomer(corp, app, tmp_external_userid) : undefined,
    }))
    return {
      results: converted.flatMap(({ tmp_external_userid, external_userid }) =>
        external_userid === undefined ? [] : [{ tmp_external_userid, external_userid }],
      ),
      invalid_tmp_external_userid_list: converted.flatMap(({ tmp_external_userid, external_userid }) =>
        external_userid === undefined ? [tmp_external_userid] : [],
      ),
    }
  },
  { customerContact: false, failureFields: { results: [] } },
)

function toCustomer(corp: Corp, app: App, tmp_external_userid: string): string | undefined {
  if (!tmp_external_userid.startsWith(mark)) return undefined
  return visibleCustomer(corp, app, tmp_external_userid.slice(mark.length))?.external_userid
}

const convertToServiceExternalUseridServed: Served = serve(
  convertToServiceExternalUseridEndpoint,
  (corp, { external_userid }, { app }) => {
    onlyForTemplates(app)
    const thirdParty = corp.apps.list().find(({ suite_id }) => suite_id !== undefined && !isTemplate(suite_id))
    if (!thirdParty) throw new Refusal(610019)
    if (!thirdParty.customer_contact) throw new Refusal(610021)
    const serviceId = toServiceId(external_userid)
    if (!visibleCustomer(corp, app, fromServiceId(serviceId))) throw new Refusal(40096)
    return { external_userid: serviceId }
  },
  { missing: { external_userid: 41035 }, convertsIds: 'customers' },
)

const convertFromServiceExternalUseridServed: Served = serve(
  convertFromServiceExternalUseridEndpoint,
  (corp, { external_userid: serviceId, source_agentid }, { app }) => {
    if (app.suite_id !== undefined) throw new Refusal(48002)
    const source = corp.apps.withAgentid(source_agentid)
    if (source?.suite_id === undefined) throw new Refusal(40056)
    const external_userid = fromServiceId(serviceId)
    const isInRange = [app, source].every((one) => visibleCustomer(corp, one, external_userid))
    if (!isInRange) throw new Refusal(40096)
    return { external_userid }
  },
  { missing: { external_userid: 41035 } },
)

const getNewExternalUseridsServed: Served = serve(
  getNewExternalUseridsEndpoint,
  (corp, { external_userid_list }, { app }) => {
    if (app.suite_id === undefined) throw new Refusal(48002)
    // Refuses third-party apps after the migration, as WeCom does.
    if (!isTemplate(app.suite_id) && corp.provider.get()?.migrated.includes(3)) throw new Refusal(48002)
    return {
      items: external_userid_list.map((external_userid) => {
        const new_external_userid = toServiceId(external_userid)
        if (!visibleCustomer(corp, app, fromServiceId(new_external_userid))) throw new Refusal(40096)
        return { external_userid, new_external_userid }
      }),
    }
  },
  { failureFields: { items: [] }, convertsIds: 'customers' },
)

/**
 * Records that a service provider has migrated: from now on, the provider's apps use the provider's ids instead of the
 * corp's ids. The migration cannot be undone.
 *
 * @param kinds - kinds of the migrated ids: 1 for userid and corpid, 3 for external_userid and external_tagid.
 */
function finishMigration(corp: Corp, provider: Provider, corpid: string, kinds: readonly (1 | 3)[]): void {
  if (corpid === provider.corpid) throw new Refusal(610022)
  const isAuthorized = corpid === corp.corpId && corp.apps.list().some(({ suite_id }) => suite_id !== undefined)
  if (!isAuthorized) throw new Refusal(40013)
  provider.migrated = [...new Set([...provider.migrated, ...kinds])]
}

const finishExternalUseridMigrationServed: Served = serveProvider(
  finishExternalUseridMigrationEndpoint,
  (corp, { corpid }, { provider }) => {
    finishMigration(corp, provider, corpid, [3])
    return {}
  },
)

const finishOpenidMigrationServed: Served = serveProvider(
  finishOpenidMigrationEndpoint,
  (corp, { corpid, openid_type }, { provider }) => {
    finishMigration(corp, provider, corpid, openid_type)
    return {}
  },
)

const getOpenidMigrationServed: Served = serve(
  getOpenidMigrationEndpoint,
  (corp, _params, { app }) => {
    onlyForProviders(app)
    const migrated = corp.provider.get()?.migrated ?? []
    const kinds = [1, 3] as const
    return {
      migration_info: kinds.map((openid_type) => ({ openid_type, status: migrated.includes(openid_type) ? 1 : 0 })),
    }
  },
  { customerContact: false, failureFields: { migration_info: [] } },
)

export const idConvertServed: readonly Served[] = [
  applyMassCallTicketServed,
  convertChatIdsServed,
  convertExternalTagidsServed,
  scheduleChatIdUpgradeServed,
  upgradeChatIdsForNewCorpsServed,
  convertCorpGroupExternalUseridsToPendingIdsServed,
  convertExternalUseridToOpenidServed,
  convertExternalUseridsToPendingIdsServed,
  convertFromServiceExternalUseridServed,
  convertTmpExternalUseridsServed,
  convertToServiceExternalUseridServed,
  convertUnionidToCorpGroupExternalUseridsServed,
  convertUnionidToCorpGroupPendingIdServed,
  convertUnionidToExternalUseridServed,
  convertUnionidToCorpExternalUseridsLegacyServed,
  convertUnionidToExternalUseridLegacyServed,
  finishExternalUseridMigrationServed,
  finishOpenidMigrationServed,
  getNewExternalUseridsServed,
  getOpenidMigrationServed,
]
