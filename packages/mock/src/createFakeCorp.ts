import { type Fetch, type TokenSource, corpToken } from '@wecom/core'
import { allServed, createRoutes } from './answers/all.ts'
import { Callbacks } from './callbacks/callbacks.ts'
import { Deliveries } from './callbacks/deliveries.ts'
import type { CallbackSettings } from './callbacks/settings.ts'
import { type People, createPeople } from './people/actions.ts'
import { type InitialState, loadState } from './seed/loadState.ts'
import { Corp } from './state/Corp.ts'
import type { App } from './state/members.ts'
import { createFetch } from './wire/fetch.ts'
import { handle } from './wire/handle.ts'
import type { Reply } from './wire/reply.ts'
import type { IncomingCall } from './wire/request.ts'

/** Options of a fake corp. They override the initial state; after a reset only corpId and secret do. */
export interface FakeCorpOptions {
  /** Default `wwfake0000000001`. */
  readonly corpId?: string | undefined
  /** Secret of the first app. Default `fake-secret`. */
  readonly secret?: string | undefined
  /** The apps of the corp, each with its secret and visible range. Default: one app with all permissions. */
  readonly apps?: readonly App[] | undefined
  /** Initial state. Default `demo`. */
  readonly state?: InitialState | undefined
  /**
   * Initial time of the clock: milliseconds since 1970, an ISO date, a `Date`, or `now`: the real time at the start and at
   * each reset.
   */
  readonly startAt?: number | string | Date | undefined
  /** `running`: time passes as fast as real time. Default `frozen`: the clock moves only when it is advanced. */
  readonly clock?: 'frozen' | 'running' | undefined
  /** Seed of ids and tokens. Default: that of the state, or 1. */
  readonly seed?: number | undefined
  /** Largest page of a list, so that few items make several pages. */
  readonly pageSize?: number | undefined
  /** Delay of every answer in milliseconds of real time. Default 0. */
  readonly latency?: number | undefined
  /** Share of calls, 0 to 1, that are refused as busy (errcode -1). Default 0. */
  readonly failureRate?: number | undefined
  /** Where events are delivered. Not verified, unlike the URL of `corp.callbacks.connect`. */
  readonly callback?: CallbackSettings | undefined
}

const routes = createRoutes(allServed)
const endpoints = allServed.map(({ endpoint }) => endpoint)

/** A corp (企业) that answers as WeCom does. Made by `createFakeCorp`. */
export class FakeCorp extends Corp {
  /** The actions of members, customers and administrators. */
  readonly people: People
  /** Answers requests to any host: the `fetch` of a client. */
  readonly fetch: Fetch
  /** Tokens of the first app: the `token` of a client. They are fetched through the client, as in production. */
  readonly token: TokenSource
  /** Deliveries to callback URLs, pending and done. */
  readonly deliveries: Deliveries
  readonly callbacks: Callbacks
  readonly #options: FakeCorpOptions
  #token: TokenSource

  constructor(options: FakeCorpOptions) {
    super({ endpoints, pageSize: options.pageSize })
    this.#options = options
    this.faults.setWeather(options)
    this.people = createPeople(this)
    this.fetch = createFetch((call) => this.handle(call))
    this.deliveries = new Deliveries()
    this.callbacks = new Callbacks(this, this.deliveries)
    this.#token = this.#begin()
    this.token = {
      kind: this.#token.kind,
      get: (context) => this.#token.get(context),
      drop: async (credential, context) => this.#token.drop?.(credential, context),
    }
    if (options.clock === 'running') this.clock.run()
    if (options.callback) this.callbacks.accept(options.callback)
  }

  /** Answers one call, for a transport of your own. `fetch` and the mock server use it. */
  handle(call: IncomingCall): Reply {
    return handle(this, routes, call)
  }

  /**
   * Returns to the initial state, or to another one. Clears cursors, wrong secrets, faults, limits, events, deliveries and
   * the journal. Every part of the corp stays the same object.
   *
   * @param state - another state, with its own time. Default: the state of `createFakeCorp`.
   * @throws {StateError} the state is not valid; the corp stays as it is.
   */
  reset(state?: InitialState): void {
    this.#token = this.#begin(state)
  }

  #begin(state?: InitialState): TokenSource {
    const { corpId, secret, apps, startAt, seed } = this.#options
    this.load(
      loadState(state ?? this.#options.state ?? 'demo', {
        corp_id: corpId,
        time: startTime(startAt, state),
        seed: hasSection(state, 'seed') ? undefined : seed,
        apps: hasSection(state, 'apps') || !apps ? undefined : [...apps],
        secret,
      }),
    )
    this.deliveries.clear()
    return corpToken({
      corpId: this.corpId,
      secret: this.apps.list()[0]?.secret ?? '',
      dangerouslyAllowBrowser: true,
    })
  }
}

/** Whether a state that comes with a reset has a section of its own, as one that this corp wrote has. */
function hasSection(state: InitialState | undefined, section: 'seed' | 'apps'): boolean {
  return typeof state === 'object' && section in state
}

/** A state that comes with a reset has a time of its own. */
function startTime(startAt: FakeCorpOptions['startAt'], state: InitialState | undefined): string | undefined {
  if (startAt === 'now') return new Date().toISOString()
  return state === undefined && startAt !== undefined ? new Date(startAt).toISOString() : undefined
}

/**
 * Creates a fake corp. It opens no port: pass its `fetch` and `token` to a client, the corp to `wecomHandlers` of
 * `@wecom/msw`, or to `listen` of `@wecom/mock/server`.
 *
 * @param options - {@link FakeCorpOptions}
 *
 * @example
 * const corp = createFakeCorp()
 * const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
 * corp.people.customerAddsMember({ userid: 'wangfang', name: '李四' })
 * corp.clock.advance({ hours: 24 })
 */
export function createFakeCorp(options: FakeCorpOptions = {}): FakeCorp {
  return new FakeCorp(options)
}
