import type { AnyEndpoint } from '@wecom/core'
import type { MomentStrategyPrivilege } from '@wecom/moments'
import { Clock } from '../base/clock.ts'
import { Cursors } from '../base/cursors.ts'
import { Endpoints } from '../base/endpoints.ts'
import { EventLog } from '../base/events.ts'
import { Faults, type ReadFaults } from '../base/faults.ts'
import { History } from '../base/history.ts'
import { InputError } from '../base/input.ts'
import { Journal } from '../base/journal.ts'
import { Limits } from '../base/limits.ts'
import { Random } from '../base/random.ts'
import { SecretGuard, Tokens } from '../base/tokens.ts'
import type { CorpState } from './CorpState.ts'
import { Acquisition, AcquisitionQuotas, ChatKeys } from './acquisition.ts'
import { ContactWays } from './contactWay.ts'
import { Conversations, Customers, Follows, FriendRequests, Partings, ServedContacts } from './contacts.ts'
import { GroupChats, JoinWays } from './groupchat.ts'
import { InterceptRules } from './intercept.ts'
import { Media, MediaJobs } from './media.ts'
import { type App, Apps, Members } from './members.ts'
import { MassMessages } from './messages.ts'
import { MomentJobs } from './momentJobs.ts'
import { Moments } from './moments.ts'
import { Products } from './products.ts'
import { PendingIds, type Provider, ProviderState, type Suite } from './provider.ts'
import { customerRights, momentRights, Strategies } from './strategies.ts'
import { Tags } from './tags.ts'
import { Transfers } from './transfers.ts'
import { GroupWelcomes, WelcomeCodes } from './welcomes.ts'

const maxWritten = 100_000

interface CorpParts {
  readonly endpoints: readonly AnyEndpoint[]
  readonly pageSize?: number | undefined
  readonly cursors?: Cursors | undefined
}

/**
 * Holds the data of a fake corp (企业) in memory. The subclass `FakeCorp` adds actions of people, `fetch` and callbacks.
 */
export class Corp {
  readonly clock: Clock
  /** Generates the random values that the corp stores: ids, codes and tokens. */
  readonly random: Random
  /**
   * Generates random values that the corp does not store, e.g. cursors and temporary ids. It is separate
   * from `random`, because each value taken from `random` changes the ids that the corp creates later.
   */
  readonly ephemeral: Random
  readonly apps: Apps
  readonly members: Members
  readonly tags: Tags
  readonly customers: Customers
  readonly follows: Follows
  readonly conversations: Conversations
  readonly groupChats: GroupChats
  readonly joinWays: JoinWays
  readonly friendRequests: FriendRequests
  readonly partings: Partings
  readonly contactWays: ContactWays
  readonly acquisitionQuotas: AcquisitionQuotas
  readonly acquisition: Acquisition
  readonly chatKeys: ChatKeys
  readonly interceptRules: InterceptRules
  readonly media: Media
  readonly mediaJobs: MediaJobs
  readonly products: Products
  readonly servedContacts: ServedContacts
  readonly transfers: Transfers
  readonly strategies: Strategies
  readonly massMessages: MassMessages
  readonly groupWelcomes: GroupWelcomes
  readonly moments: Moments
  readonly momentJobs: MomentJobs
  readonly momentStrategies: Strategies<MomentStrategyPrivilege>
  readonly provider: ProviderState
  readonly pendingIds: PendingIds
  readonly tokens: Tokens<App>
  readonly suiteTokens: Tokens<Suite>
  readonly providerTokens: Tokens<Provider>
  readonly secretGuard: SecretGuard
  readonly cursors: Cursors
  readonly endpoints: Endpoints
  readonly faults: Faults
  readonly limits: Limits
  readonly journal: Journal
  readonly events: EventLog
  readonly welcomeCodes: WelcomeCodes
  readonly #parts: CorpParts
  readonly #history: History<CorpState>
  #corpId = ''

  constructor(parts: CorpParts) {
    const { endpoints, pageSize = Number.POSITIVE_INFINITY } = parts
    this.#parts = parts
    this.clock = new Clock(0)
    this.random = new Random(0)
    this.ephemeral = new Random(0)
    this.events = new EventLog(this.clock)
    this.apps = new Apps()
    this.members = new Members()
    this.tags = new Tags(this.clock, this.random)
    this.customers = new Customers()
    this.follows = new Follows(this.clock)
    this.conversations = new Conversations()
    this.groupChats = new GroupChats(this.clock, this.random)
    this.joinWays = new JoinWays(this.random)
    this.friendRequests = new FriendRequests()
    this.partings = new Partings()
    this.contactWays = new ContactWays(this.clock, this.random, this.members)
    this.acquisitionQuotas = new AcquisitionQuotas(this.clock, this.events)
    this.acquisition = new Acquisition(this.clock, this.random, this.members, this.acquisitionQuotas)
    this.chatKeys = new ChatKeys(this.clock, this.random)
    this.interceptRules = new InterceptRules(this.clock, this.members)
    this.media = new Media(this.clock, this.random)
    this.mediaJobs = new MediaJobs(this.clock, this.random, this.media, this.events)
    this.products = new Products(this.clock, this.random)
    this.servedContacts = new ServedContacts()
    this.transfers = new Transfers(this.clock, this.members, this.follows, this.events)
    this.strategies = new Strategies(this.clock, this.members, customerRights)
    this.massMessages = new MassMessages(this.clock, this.random)
    this.groupWelcomes = new GroupWelcomes(this.random)
    this.moments = new Moments(this.clock, this.random)
    this.momentJobs = new MomentJobs(this)
    this.momentStrategies = new Strategies(this.clock, this.members, momentRights)
    this.provider = new ProviderState(this.clock, this.random)
    this.pendingIds = new PendingIds(this.clock, this.random)
    this.tokens = new Tokens(this.clock, this.random, {
      keyOf: ({ name }) => name,
      find: (key) => this.apps.list().find(({ name }) => name === key),
      missing: 41001,
      expired: 42001,
      invalid: 40014,
    })
    this.suiteTokens = new Tokens(this.clock, this.random, {
      keyOf: ({ suite_id }) => suite_id,
      find: (key) => this.provider.findSuite(key),
      missing: 41022,
      expired: 42009,
      invalid: 40082,
    })
    this.providerTokens = new Tokens(this.clock, this.random, {
      keyOf: ({ corpid }) => corpid,
      find: (key) => (this.provider.get()?.corpid === key ? this.provider.get() : undefined),
      missing: 41001,
      expired: 42001,
      invalid: 40014,
    })
    this.secretGuard = new SecretGuard(this.clock)
    this.cursors = parts.cursors ?? new Cursors(this.clock, this.ephemeral, pageSize)
    this.endpoints = new Endpoints(endpoints)
    this.#history = new History(this.clock, () => this.#copy())
    this.faults = new Faults({
      clock: this.clock,
      random: this.ephemeral,
      endpoints: this.endpoints,
      keepState: () => this.#history.keep(),
    })
    this.clock.beforeEachStep(() => this.#history.keepFor(this.faults.longestLag()))
    this.limits = new Limits(this.clock, this.endpoints)
    this.journal = new Journal()
    this.welcomeCodes = new WelcomeCodes(this.clock, this.random)
  }

  get corpId(): string {
    return this.#corpId
  }

  load(state: CorpState): void {
    this.#loadSections(state)
    this.#history.clear()
    this.ephemeral.restart(state.seed)
    this.secretGuard.clear()
    this.cursors.clear()
    this.faults.clear()
    this.limits.clear()
    this.journal.clear()
    this.events.clear()
  }

  /**
   * Returns the whole state of the corp, as an object that you can write to a JSON file. A fake corp that starts from
   * this state behaves in the same way as this corp.
   *
   * @throws {InputError} the corp has more than 100,000 customers, so the JSON would be too long.
   *
   * @example
   * await writeFile('corp.json', JSON.stringify(corp.state(), null, 2))
   */
  state(): CorpState {
    const count = this.customers.count()
    if (count > maxWritten) {
      throw new InputError(
        'customers',
        `The state of a corp with more than ${maxWritten} customers cannot be written, this corp has ${count}; generate the corp again instead`,
      )
    }
    return this.#copy()
  }

  /**
   * Returns the corp from which a call reads its data: this corp, or a temporary copy of this corp. Changes to the copy
   * are lost. A copy is needed only if one of these faults applies to the call:
   * - `lag`: the copy has the data of `lagMs` milliseconds ago
   * - `keeps-listing`: the copy also has the follow relations (member and customer) that ended at or after `keptSince`
   *   (milliseconds since 1970)
   */
  seenWith({ lagMs, keptSince }: Pick<ReadFaults, 'lagMs' | 'keptSince'>): Corp {
    if (lagMs === 0 && keptSince === undefined) return this
    const state = (lagMs > 0 ? this.#history.before(lagMs) : undefined) ?? this.#copy()
    const kept = keptSince === undefined ? [] : this.follows.endedSince(keptSince)
    // With the same cursors, this corp can continue a list whose first page came from the copy.
    const seen = new Corp({ ...this.#parts, cursors: this.cursors })
    seen.#loadSections(state)
    for (const follow of kept) {
      if (!seen.follows.find(follow.userid, follow.external_userid)) seen.follows.add(follow)
    }
    return seen
  }

  #loadSections(state: CorpState): void {
    this.#corpId = state.corp_id
    const sections = sectionsOf(this)
    for (const name of Object.keys(sections) as SectionName[]) loadSection(sections, state, name)
  }

  #copy(): CorpState {
    const saved = Object.entries(sectionsOf(this)).map(([name, section]) => [name, section.save()])
    return { corp_id: this.#corpId, ...(structuredClone(Object.fromEntries(saved)) as Omit<CorpState, 'corp_id'>) }
  }
}

interface Section<Content> {
  load(content: Content): void
  save(): Content
}

type SectionName = Exclude<keyof CorpState, 'corp_id'>
type Sections = { readonly [Name in SectionName]: Section<CorpState[Name]> }

function loadSection<Name extends SectionName>(sections: Sections, state: Pick<CorpState, Name>, name: Name): void {
  sections[name].load(state[name])
}

function sectionsOf(corp: Corp): Sections {
  const { clock, random, provider, members, tags, follows, conversations, contactWays } = corp
  const { acquisition, acquisitionQuotas, massMessages, media } = corp
  return {
    // `time` is first, because other sections set timers on the clock when they are loaded.
    time: {
      load: (time) => clock.restart(Date.parse(time)),
      save: () => new Date(clock.now()).toISOString(),
    },
    seed: { load: (position) => random.restart(position), save: () => random.position },
    apps: corp.apps,
    provider,
    pending_ids: corp.pendingIds,
    suite_codes: { load: (codes) => provider.loadCodes(codes), save: () => provider.codes() },
    tokens: corp.tokens,
    suite_tokens: corp.suiteTokens,
    provider_tokens: corp.providerTokens,
    departments: { load: (departments) => members.loadDepartments(departments), save: () => members.departments() },
    members,
    tag_groups: { load: (groups) => tags.load(groups), save: () => [...tags.groups()] },
    customers: corp.customers,
    follows: { load: (all) => follows.load(all), save: () => follows.list() },
    ended_follows: { load: (ended) => follows.loadEnded(ended), save: () => [...follows.ended()] },
    direct_messages: { load: (sent) => conversations.loadDirect(sent), save: () => [...conversations.direct()] },
    group_chats: corp.groupChats,
    group_messages: { load: (sent) => conversations.loadGroup(sent), save: () => [...conversations.group()] },
    join_ways: corp.joinWays,
    friend_requests: corp.friendRequests,
    partings: corp.partings,
    welcome_codes: corp.welcomeCodes,
    contact_ways: contactWays,
    temp_chats: { load: (chats) => contactWays.loadChats(chats), save: () => [...contactWays.chats()] },
    acquisition_links: acquisition,
    acquisition_clicks: { load: (clicks) => acquisition.loadClicks(clicks), save: () => [...acquisition.clicks()] },
    acquisition_customers: {
      load: (customers) => acquisition.loadCustomers(customers),
      save: () => [...acquisition.customers()],
    },
    acquisition_quota: { load: (quota) => acquisitionQuotas.load(quota), save: () => acquisitionQuotas.state() },
    chat_keys: corp.chatKeys,
    intercept_rules: corp.interceptRules,
    media: { load: (files) => media.load(files), save: () => media.list() },
    uploaded_pictures: { load: (pictures) => media.loadPictures(pictures), save: () => [...media.pictures()] },
    media_jobs: corp.mediaJobs,
    products: corp.products,
    served_contacts: corp.servedContacts,
    transfers: corp.transfers,
    strategies: corp.strategies,
    mass_messages: massMessages,
    mass_message_limit: {
      load: (limit) => void (massMessages.receivingLimit = limit),
      save: () => massMessages.receivingLimit,
    },
    group_welcomes: corp.groupWelcomes,
    moments: corp.moments,
    moment_jobs: corp.momentJobs,
    moment_strategies: corp.momentStrategies,
  }
}
