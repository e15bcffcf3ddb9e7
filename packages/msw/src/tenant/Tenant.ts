import { type Seed, loadSeed } from '../seed/loadSeed.ts'
import type { TenantState } from '../seed/SeedFile.ts'
import { type App, Apps } from './apps.ts'
import { Clock } from './clock.ts'
import { Cursors } from './cursors.ts'
import { Customers } from './customers.ts'
import { Faults } from './faults.ts'
import { Follows } from './follows.ts'
import { Journal } from './journal.ts'
import { Members } from './members.ts'
import { Random } from './random.ts'
import { SecretGuard } from './secretGuard.ts'
import { ServedContacts } from './servedContacts.ts'
import { Strategies } from './strategies.ts'
import { Tags } from './tags.ts'
import { Tokens } from './tokens.ts'
import { Transfers } from './transfers.ts'

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
  /** Where the clock stands at the beginning: milliseconds since 1970, an ISO date, or a `Date`. */
  readonly startAt?: number | string | Date | undefined
  /** Start of all that looks random, ids and tokens among it. Default 1. */
  readonly random?: number | undefined
  /** No page of a list is longer than this, so that few items already make several pages. */
  readonly pageSize?: number | undefined
}

/** A corp (企业) that exists in memory only: its people, its customers, its time. Made by `createTenant`. */
export class Tenant {
  readonly clock: Clock
  readonly random: Random
  readonly apps: Apps
  readonly members: Members
  readonly tags: Tags
  readonly customers: Customers
  readonly follows: Follows
  readonly servedContacts: ServedContacts
  readonly transfers: Transfers
  readonly strategies: Strategies
  readonly tokens: Tokens
  readonly secretGuard: SecretGuard
  readonly cursors: Cursors
  readonly faults: Faults
  readonly journal: Journal
  readonly #options: TenantOptions
  #corpId = ''

  constructor(options: TenantOptions) {
    this.#options = options
    this.clock = new Clock(0)
    this.random = new Random(0)
    this.apps = new Apps()
    this.members = new Members()
    this.tags = new Tags()
    this.customers = new Customers()
    this.follows = new Follows()
    this.servedContacts = new ServedContacts()
    this.transfers = new Transfers(this.clock, this.members, this.follows)
    this.strategies = new Strategies(this.clock, this.members)
    this.tokens = new Tokens(this.clock, this.random)
    this.secretGuard = new SecretGuard(this.clock)
    this.cursors = new Cursors(this.clock, this.random, options.pageSize ?? Number.POSITIVE_INFINITY)
    this.faults = new Faults()
    this.journal = new Journal()
    this.reset()
  }

  get corpId(): string {
    return this.#corpId
  }

  /**
   * Goes back to the beginning, or to another one. Tokens, cursors, faults and the journal are gone afterwards;
   * everything else that hangs on the tenant stays the same object.
   *
   * @param seed - another corp to begin with, at its own time. Its own first seed, if left out.
   * @throws {SeedError} the seed is not right; the tenant stays as it is.
   */
  reset(seed?: Seed): void {
    const { corpId, secret, apps, startAt, random = 1 } = this.#options
    const state = loadSeed(seed ?? this.#options.seed ?? 'demo', {
      corp_id: corpId,
      time: seed === undefined && startAt !== undefined ? new Date(startAt).toISOString() : undefined,
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
    this.follows.load(state.follows)
    this.servedContacts.load(state.served_contacts)
    this.transfers.load(state.transfers)
    this.strategies.load(state.strategies)
    this.tokens.clear()
    this.secretGuard.clear()
    this.cursors.clear()
    this.faults.clear()
    this.journal.clear()
  }

  /**
   * Everything that is there, as a seed: a tenant that starts from it is the same.
   *
   * @example
   * await writeFile('corp.json', JSON.stringify(tenant.state(), null, 2))
   */
  state(): TenantState {
    return structuredClone({
      corp_id: this.#corpId,
      time: new Date(this.clock.now()).toISOString(),
      apps: [...this.apps.list()],
      departments: this.members.departments(),
      members: this.members.list(),
      tag_groups: [...this.tags.groups()],
      customers: this.customers.list(),
      follows: this.follows.list(),
      served_contacts: [...this.servedContacts.list()],
      transfers: [...this.transfers.list()],
      strategies: this.strategies.list(),
    })
  }
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
