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

/**
 * Options of a fake corp. They override the initial state. After `reset` with another state only `corpId` and `secret`
 * still do.
 */
export interface FakeCorpOptions {
  /** Id of the corp. Default `wwfake0000000001`. */
  readonly corpId?: string | undefined
  /** Secret of the first app. Default `fake-secret`. */
  readonly secret?: string | undefined
  /** Apps of the corp, each with its secret and visible range. Default: one app with all permissions. */
  readonly apps?: readonly App[] | undefined
  /** Initial state of the corp. Default `demo`. */
  readonly state?: InitialState | undefined
  /**
   * Initial time of the clock: milliseconds since 1970, an ISO date, or a `Date`. `now` means the real time at the
   * start and at each reset.
   */
  readonly startAt?: number | string | Date | undefined
  /**
   * Whether the clock moves by itself. `running`: it runs as fast as real time. Default `frozen`: it moves only when a
   * test advances it.
   */
  readonly clock?: 'frozen' | 'running' | undefined
  /** Seed of ids and tokens. Default: the seed of the state, or 1. */
  readonly seed?: number | undefined
  /** Most items on a page of a list, so that a list of few items has several pages. */
  readonly pageSize?: number | undefined
  /** Milliseconds of real time by which every answer is late. Default 0. */
  readonly latency?: number | undefined
  /** Share of calls, from 0 to 1, that WeCom refuses as busy (errcode -1). Default 0. */
  readonly failureRate?: number | undefined
  /** Callback URL to which events are delivered. It is not verified, unlike the URL of `corp.callbacks.connect`. */
  readonly callback?: CallbackSettings | undefined
}

const routes = createRoutes(allServed)
const endpoints = allServed.map(({ endpoint }) => endpoint)

/** A fake corp (企业), which answers calls as WeCom does. Create it with `createFakeCorp`. */
export class FakeCorp extends Corp {
  /** Actions of members, customers and admins. */
  readonly people: People
  /** Answers requests to any host. Pass it to a client as its `fetch`. */
  readonly fetch: Fetch
  /**
   * Tokens of the first app. Pass it to a client as its `token`. The client requests the tokens by a call, as in
   * production.
   */
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

  /** Answers one call. `fetch` and the mock server use it; use it for a transport of your own. */
  handle(call: IncomingCall): Reply {
    return handle(this, routes, call)
  }

  /**
   * Returns to the initial state, or to another state. Clears cursors, wrong secrets, faults, limits, events,
   * deliveries and the journal. References to parts of the corp stay valid.
   *
   * @param state - another state, with its own time. Default: the initial state.
   * @throws {StateError} the state is not valid. The corp does not change.
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

/** Whether the state of a reset has a certain section. A state that `corp.state()` returned has all sections. */
function hasSection(state: InitialState | undefined, section: 'seed' | 'apps'): boolean {
  return typeof state === 'object' && section in state
}

/** Returns the time at which a reset starts the clock. */
function startTime(startAt: FakeCorpOptions['startAt'], state: InitialState | undefined): string | undefined {
  if (startAt === 'now') return new Date().toISOString()
  return state === undefined && startAt !== undefined ? new Date(startAt).toISOString() : undefined
}

/**
 * Creates a fake corp. It opens no port. Pass its `fetch` and `token` to a client, or the corp to `wecomHandlers` of
 * `@wecom/msw` or to `listen` of `@wecom/mock/server`.
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
