import type { MomentStrategyPrivilege } from '@wecom/moments'
import { Callbacks } from '../callbacks/callbacks.ts'
import type { CallbackSettings } from '../callbacks/CallbackSettings.ts'
import { InputError } from '../InputError.ts'
import { Deliveries } from '../callbacks/deliveries.ts'
import { type Seed, loadSeed } from '../seed/loadSeed.ts'
import type { TenantState } from '../seed/SeedFile.ts'
import { Acquisition } from './acquisition.ts'
import { AcquisitionQuotas } from './acquisitionQuotas.ts'
import { type App, Apps } from './apps.ts'
import { ChatKeys } from './chatKeys.ts'
import { Clock } from './clock.ts'
import { ContactWays } from './contactWays.ts'
import { Conversations } from './conversations.ts'
import { Cursors } from './cursors.ts'
import { Customers } from './customers.ts'
import { EventLog } from './events.ts'
import { Endpoints } from './endpoints.ts'
import { Faults } from './faults.ts'
import { Follows } from './follows.ts'
import { FriendRequests } from './friendRequests.ts'
import { GroupChats } from './groupChats.ts'
import { GroupWelcomes } from './groupWelcomes.ts'
import { JoinWays } from './joinWays.ts'
import { InterceptRules } from './interceptRules.ts'
import { Journal } from './journal.ts'
import { Limits } from './limits.ts'
import { MassMessages } from './massMessages.ts'
import { Media } from './media.ts'
import { MediaJobs } from './mediaJobs.ts'
import { Members } from './members.ts'
import { Partings } from './partings.ts'
import { PendingIds } from './pendingIds.ts'
import { MomentJobs } from './momentJobs.ts'
import { Moments } from './moments.ts'
import { customerRights, momentRights } from './privileges.ts'
import { Products } from './products.ts'
import { type Provider, ProviderState, type Suite } from './provider.ts'
import { Random } from './random.ts'
import { SecretGuard } from './secretGuard.ts'
import { ServedContacts } from './servedContacts.ts'
import { Strategies } from './strategies.ts'
import { Tags } from './tags.ts'
import { Tokens } from './tokens.ts'
import { Transfers } from './transfers.ts'
import { WelcomeCodes } from './welcomeCodes.ts'

/** How a tenant is set up. What stands here wins over the seed. */
export interface TenantOptions {
  /** Default `wwfake0000000001`. */
  readonly corpId?: string | undefined
  /** Secret of the first app. Default `fake-secret`. */
  readonly secret?: string | undefined
  /** The apps of the corp, each with its own secret and visible range. Default: one that may do and see everything. */
  readonly apps?: readonly App[] | undefined
  /** What is there at the beginning. Default `demo`. */
  readonly seed?: Seed | undefined
  /**
   * Where the clock stands at the beginning: milliseconds since 1970, an ISO date, a `Date`, or `now`: at whatever moment
   * the tenant begins, also after a reset to another seed.
   */
  readonly startAt?: number | string | Date | undefined
  /** `run`: time passes by itself, as fast as on the wall. Default `stand`: until somebody moves the clock. */
  readonly clock?: 'stand' | 'run' | undefined
  /** Start of all that looks random, ids and tokens among it. Default 1. */
  readonly random?: number | undefined
  /** No page of a list is longer than this, so that few items already make several pages. */
  readonly pageSize?: number | undefined
  /** Where events are delivered to. The URL is not verified, unlike that of `tenant.callbacks.connect`. */
  readonly callback?: CallbackSettings | undefined
}

/** Customers that a written state may hold. */
const maxWritten = 100_000

/** A corp (企业) that exists in memory only: its people, its customers, its time. Made by `createTenant`. */
export class Tenant {
  readonly clock: Clock
  readonly random: Random
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
  readonly deliveries: Deliveries
  readonly callbacks: Callbacks
  readonly #options: TenantOptions
  #corpId = ''

  constructor(options: TenantOptions) {
    this.#options = options
    this.clock = new Clock(0)
    this.random = new Random(0)
    this.events = new EventLog(this.clock)
    this.apps = new Apps()
    this.members = new Members()
    this.tags = new Tags(this.clock, this.random)
    this.customers = new Customers()
    this.follows = new Follows()
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
      missing: 41001,
      expired: 42001,
      invalid: 40014,
    })
    this.suiteTokens = new Tokens(this.clock, this.random, {
      keyOf: ({ suite_id }) => suite_id,
      missing: 41022,
      expired: 42009,
      invalid: 40082,
    })
    this.providerTokens = new Tokens(this.clock, this.random, {
      keyOf: ({ corpid }) => corpid,
      missing: 41001,
      expired: 42001,
      invalid: 40014,
    })
    this.secretGuard = new SecretGuard(this.clock)
    this.cursors = new Cursors(this.clock, this.random, options.pageSize ?? Number.POSITIVE_INFINITY)
    this.endpoints = new Endpoints()
    this.faults = new Faults(this.endpoints)
    this.limits = new Limits(this.clock, this.endpoints)
    this.journal = new Journal()
    this.welcomeCodes = new WelcomeCodes(this.clock, this.random)
    this.deliveries = new Deliveries()
    this.callbacks = new Callbacks(this)
    this.reset()
    if (options.clock === 'run') this.clock.run()
    if (options.callback) this.callbacks.accept(options.callback)
  }

  get corpId(): string {
    return this.#corpId
  }

  /**
   * Goes back to the beginning, or to another one. Tokens, cursors, faults, limits, events, deliveries and the journal are gone
   * afterwards; everything else that hangs on the tenant stays the same object.
   *
   * @param seed - another corp to begin with, at its own time. Its own first seed, if left out.
   * @throws {SeedError} the seed is not right; the tenant stays as it is.
   */
  reset(seed?: Seed): void {
    const { corpId, secret, apps, startAt, random = 1 } = this.#options
    const state = loadSeed(seed ?? this.#options.seed ?? 'demo', {
      corp_id: corpId,
      time: startTime(startAt, seed),
      apps: apps && [...apps],
      secret,
    })
    this.#corpId = state.corp_id
    this.clock.restart(Date.parse(state.time))
    this.random.restart(random)
    this.apps.load(state.apps)
    this.members.load(state.departments, state.members)
    this.tags.load(state.tag_groups)
    this.customers.load(state.customers)
    this.follows.load(state.follows, state.ended_follows)
    this.conversations.load(state.direct_messages, state.group_messages)
    this.groupChats.load(state.group_chats)
    this.joinWays.load(state.join_ways)
    this.friendRequests.load(state.friend_requests)
    this.partings.load(state.partings)
    this.contactWays.load(state.contact_ways, state.temp_chats)
    this.acquisitionQuotas.load(state.acquisition_quota)
    this.acquisition.load(state.acquisition_links, state.acquisition_clicks, state.acquisition_customers)
    this.interceptRules.load(state.intercept_rules)
    this.media.load(state.media, state.uploaded_pictures)
    this.mediaJobs.load(state.media_jobs)
    this.products.load(state.products)
    this.servedContacts.load(state.served_contacts)
    this.transfers.load(state.transfers)
    this.strategies.load(state.strategies)
    this.massMessages.load(state.mass_messages, state.mass_message_limit)
    this.groupWelcomes.load(state.group_welcomes)
    this.moments.load(state.moments)
    this.momentJobs.load(state.moment_jobs)
    this.momentStrategies.load(state.moment_strategies)
    this.provider.load(state.provider ?? undefined)
    this.pendingIds.load(state.pending_ids)
    this.tokens.clear()
    this.suiteTokens.clear()
    this.providerTokens.clear()
    this.secretGuard.clear()
    this.cursors.clear()
    this.faults.clear()
    this.limits.clear()
    this.journal.clear()
    this.events.clear()
    this.welcomeCodes.clear()
    this.chatKeys.clear()
    this.deliveries.clear()
  }

  /**
   * Everything that is there, as a seed: a tenant that starts from it is the same.
   *
   * @throws {InputError} there are more than 100,000 customers: too many for one text of JSON and the memory that it takes.
   *
   * @example
   * await writeFile('corp.json', JSON.stringify(tenant.state(), null, 2))
   */
  state(): TenantState {
    const count = this.customers.count()
    if (count > maxWritten) {
      throw new InputError(
        'customers',
        `A corp of ${count} customers cannot be written, ${maxWritten} is the most; generate it again`,
      )
    }
    return structuredClone({
      corp_id: this.#corpId,
      time: new Date(this.clock.now()).toISOString(),
      apps: [...this.apps.list()],
      provider: this.provider.get() ?? null,
      pending_ids: [...this.pendingIds.list()],
      departments: this.members.departments(),
      members: this.members.list(),
      tag_groups: [...this.tags.groups()],
      customers: this.customers.list(),
      follows: this.follows.list(),
      ended_follows: [...this.follows.ended()],
      direct_messages: [...this.conversations.direct()],
      group_chats: this.groupChats.list(),
      group_messages: [...this.conversations.group()],
      join_ways: this.joinWays.list(),
      friend_requests: [...this.friendRequests.list()],
      partings: [...this.partings.list()],
      contact_ways: this.contactWays.list(),
      temp_chats: [...this.contactWays.chats()],
      acquisition_links: this.acquisition.list(),
      acquisition_clicks: [...this.acquisition.clicks()],
      acquisition_customers: [...this.acquisition.customers()],
      acquisition_quota: this.acquisitionQuotas.state(),
      intercept_rules: this.interceptRules.all(),
      media: this.media.list(),
      uploaded_pictures: [...this.media.pictures()],
      media_jobs: this.mediaJobs.list(),
      products: this.products.all(),
      served_contacts: [...this.servedContacts.list()],
      transfers: [...this.transfers.list()],
      strategies: this.strategies.list(),
      mass_message_limit: this.massMessages.receivingLimit,
      mass_messages: this.massMessages.list(),
      group_welcomes: this.groupWelcomes.list(),
      moments: this.moments.list(),
      moment_jobs: this.momentJobs.list(),
      moment_strategies: this.momentStrategies.list(),
    })
  }
}

/** A seed that comes with a reset has a time of its own. */
function startTime(startAt: TenantOptions['startAt'], seed: Seed | undefined): string | undefined {
  if (startAt === 'now') return new Date().toISOString()
  return seed === undefined && startAt !== undefined ? new Date(startAt).toISOString() : undefined
}

/**
 * Makes a tenant. Nothing runs and nothing listens: hand it to `wecomHandlers` (MSW) or to `startMockServer`.
 *
 * @param options - {@link TenantOptions}
 *
 * @example
 * const tenant = createTenant({ corpId: 'ww1', secret: 's3cret', seed: 'demo' })
 * const server = setupServer(...wecomHandlers(tenant))
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  return new Tenant(options)
}
