import type { TenantState } from '../seed/SeedFile.ts'
import type { Tenant } from './Tenant.ts'

/** A part of the tenant that comes from one section of a seed, and goes into one of a state. */
interface Section<Content> {
  load(content: Content): void
  save(): Content
}

type SectionName = Exclude<keyof TenantState, 'corp_id'>
type Sections = { readonly [Name in SectionName]: Section<TenantState[Name]> }

/** Puts each section of a state into its place. */
export function loadSections(tenant: Tenant, state: TenantState): void {
  const sections = sectionsOf(tenant)
  for (const name of Object.keys(sections) as SectionName[]) loadSection(sections, state, name)
}

function loadSection<Name extends SectionName>(sections: Sections, state: Pick<TenantState, Name>, name: Name): void {
  sections[name].load(state[name])
}

/** A copy of all sections. */
export function saveSections(tenant: Tenant): Pick<TenantState, SectionName> {
  const saved = Object.entries(sectionsOf(tenant)).map(([name, section]) => [name, section.save()])
  return structuredClone(Object.fromEntries(saved)) as Pick<TenantState, SectionName>
}

/** The sections with their places. Time comes first: what is under way is put on the clock when it is loaded. */
function sectionsOf(tenant: Tenant): Sections {
  const { clock, random, provider, members, tags, follows, conversations, contactWays } = tenant
  const { acquisition, acquisitionQuotas, massMessages, media } = tenant
  return {
    time: {
      load: (time) => clock.restart(Date.parse(time)),
      save: () => new Date(clock.now()).toISOString(),
    },
    random: { load: (position) => random.restart(position), save: () => random.position },
    apps: tenant.apps,
    provider,
    pending_ids: tenant.pendingIds,
    suite_codes: { load: (codes) => provider.loadCodes(codes), save: () => provider.codes() },
    tokens: tenant.tokens,
    suite_tokens: tenant.suiteTokens,
    provider_tokens: tenant.providerTokens,
    departments: { load: (departments) => members.loadDepartments(departments), save: () => members.departments() },
    members,
    tag_groups: { load: (groups) => tags.load(groups), save: () => [...tags.groups()] },
    customers: tenant.customers,
    follows: { load: (all) => follows.load(all), save: () => follows.list() },
    ended_follows: { load: (ended) => follows.loadEnded(ended), save: () => [...follows.ended()] },
    direct_messages: { load: (sent) => conversations.loadDirect(sent), save: () => [...conversations.direct()] },
    group_chats: tenant.groupChats,
    group_messages: { load: (sent) => conversations.loadGroup(sent), save: () => [...conversations.group()] },
    join_ways: tenant.joinWays,
    friend_requests: tenant.friendRequests,
    partings: tenant.partings,
    welcome_codes: tenant.welcomeCodes,
    contact_ways: contactWays,
    temp_chats: { load: (chats) => contactWays.loadChats(chats), save: () => [...contactWays.chats()] },
    acquisition_links: acquisition,
    acquisition_clicks: { load: (clicks) => acquisition.loadClicks(clicks), save: () => [...acquisition.clicks()] },
    acquisition_customers: {
      load: (customers) => acquisition.loadCustomers(customers),
      save: () => [...acquisition.customers()],
    },
    acquisition_quota: { load: (quota) => acquisitionQuotas.load(quota), save: () => acquisitionQuotas.state() },
    chat_keys: tenant.chatKeys,
    intercept_rules: tenant.interceptRules,
    media: { load: (files) => media.load(files), save: () => media.list() },
    uploaded_pictures: { load: (pictures) => media.loadPictures(pictures), save: () => [...media.pictures()] },
    media_jobs: tenant.mediaJobs,
    products: tenant.products,
    served_contacts: tenant.servedContacts,
    transfers: tenant.transfers,
    strategies: tenant.strategies,
    mass_messages: massMessages,
    mass_message_limit: {
      load: (limit) => void (massMessages.receivingLimit = limit),
      save: () => massMessages.receivingLimit,
    },
    group_welcomes: tenant.groupWelcomes,
    moments: tenant.moments,
    moment_jobs: tenant.momentJobs,
    moment_strategies: tenant.momentStrategies,
  }
}
