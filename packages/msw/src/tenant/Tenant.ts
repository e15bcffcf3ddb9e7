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
import { loadSections, saveSections } from './sections.ts'
import { ServedContacts } from './servedContacts.ts'
import { Strategies } from './strategies.ts'
import { Tags } from './tags.ts'
import { Tokens } from './tokens.ts'
import { Transfers } from './transfers.ts'
import { WelcomeCodes } from './welcomeCodes.ts'

/** How a tenant is set up. What stands here wins over the seed; over that of a reset, corpId and secret do. */
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
  /** Start of all that looks random, ids and tokens among it. Default: the seed's, or 1. */
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
  /** Of what is kept: ids, codes, tokens. */
  readonly random: Random
  /** Of what is no part of the state, so that reading and being refused change nothing: cursors, trace ids. */
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
  readonly deliveries: Deliveries
  readonly callbacks: Callbacks
  readonly #options: TenantOptions
  #corpId = ''

  constructor(options: TenantOptions) {
    this.#options = options
    this.clock = new Clock(0)
    this.random = new Random(0)
    this.ephemeral = new Random(0)
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
    this.cursors = new Cursors(this.clock, this.ephemeral, options.pageSize ?? Number.POSITIVE_INFINITY)
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
   * Goes back to the beginning, or to another one. Cursors, wrong secrets, faults, limits, events, deliveries and the
   * journal are gone afterwards; everything that hangs on the tenant stays the same object.
   *
   * @param seed - another corp to begin with, at its own time. Its own first seed, if left out.
   * @throws {SeedError} the seed is not right; the tenant stays as it is.
   */
  reset(seed?: Seed): void {
    const { corpId, secret, apps, startAt, random } = this.#options
    const state = loadSeed(seed ?? this.#options.seed ?? 'demo', {
      corp_id: corpId,
      time: startTime(startAt, seed),
      random: names(seed, 'random') ? undefined : random,
      apps: names(seed, 'apps') || !apps ? undefined : [...apps],
      secret,
    })
    this.#corpId = state.corp_id
    loadSections(this, state)
    this.ephemeral.restart(state.random)
    this.secretGuard.clear()
    this.cursors.clear()
    this.faults.clear()
    this.limits.clear()
    this.journal.clear()
    this.events.clear()
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
    return { corp_id: this.#corpId, ...saveSections(this) }
  }
}

/** Whether a seed that comes with a reset has something of its own, as a state of this tenant does. */
function names(seed: Seed | undefined, section: 'random' | 'apps'): boolean {
  return typeof seed === 'object' && section in seed
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
