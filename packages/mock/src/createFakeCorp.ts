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
 * Options of a fake corp. The options `corpId`, `secret`, `startAt`, `apps` and `seed` replace values of the initial
 * state. If you later pass another state to `reset`:
 * - `corpId` and `secret` also replace the values of the new state.
 * - `startAt` has no effect, unless it is `'now'`.
 * - `apps` and `seed` have an effect only if the new state has no field `apps` or `seed` of its own.
 */
export interface FakeCorpOptions {
  /** The corpid of the fake corp. Default: the corpid in `state`, or `wwfake0000000001` if `state` contains none. */
  readonly corpId?: string | undefined
  /** Secret of the corp's first app. Default: the secret in `state`, which is `fake-secret` in the demo corp. */
  readonly secret?: string | undefined
  /** Apps of the fake corp, each with its secret and visible range. Default: the apps in `state`. */
  readonly apps?: readonly App[] | undefined
  /** Initial state of the fake corp. Default `demo`. */
  readonly state?: InitialState | undefined
  /**
   * Initial time of the corp's clock: milliseconds since 1970, an ISO date, a `Date`, or the string `'now'`. With
   * `'now'`, the clock shows the real time when the corp is created, and again after each reset. Default: the time in
   * the initial state.
   */
  readonly startAt?: number | string | Date | undefined
  /**
   * Whether the clock moves by itself:
   * - `frozen`: the clock moves only when a test moves it (the default)
   * - `running`: the clock runs as fast as real time
   */
  readonly clock?: 'frozen' | 'running' | undefined
  /**
   * Seed of the random numbers for ids and tokens. Default: the `seed` of the initial state, or 1 if that state has no
   * `seed`.
   */
  readonly seed?: number | undefined
  /**
   * Largest number of items on one page of a list. Use a small number to get several pages even from short lists.
   * Default: no limit.
   */
  readonly pageSize?: number | undefined
  /** Delay of every answer, in milliseconds of real time. Default 0. */
  readonly latency?: number | undefined
  /** Share of calls that WeCom refuses with errcode -1 (system busy), from 0 to 1. Default 0. */
  readonly failureRate?: number | undefined
  /**
   * Callback URL that receives the events. The fake corp does not verify the URL given here. To verify a URL, pass it
   * to `corp.callbacks.connect` instead.
   */
  readonly callback?: CallbackSettings | undefined
}

const routes = createRoutes(allServed)
const endpoints = allServed.map(({ endpoint }) => endpoint)

/** A fake corp (企业). It answers calls in the same way as WeCom. Create it with `createFakeCorp`. */
export class FakeCorp extends Corp {
  /** Actions of members, customers and admins of the fake corp. */
  readonly people: People
  /** A `fetch` that answers requests to any host, without a network. Pass it to a client as its `fetch`. */
  readonly fetch: Fetch
  /**
   * Token source (`TokenSource`) for the first app of the fake corp. Pass it to a client as its `token`. The client
   * then requests tokens from the fake corp as it does from WeCom in production.
   */
  readonly token: TokenSource
  /** Pending and finished deliveries of events to callback URLs. */
  readonly deliveries: Deliveries
  readonly callbacks: Callbacks
  readonly #options: FakeCorpOptions
  #token: TokenSource

  constructor(options: FakeCorpOptions) {
    super({ endpoints, pageSize: options.pageSize })
    this.#options = options
    this.faults.setConditions(options)
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

  /** Answers one call. `fetch` and the mock server call this method. Call it yourself if you write another server. */
  handle(call: IncomingCall): Reply {
    return handle(this, routes, call)
  }

  /**
   * Resets the fake corp to its initial state, or to another state. The reset also removes cursors, faults, limits,
   * events, deliveries, and the requests in the journal (`corp.journal`). IP addresses that were blocked after calls
   * with a wrong secret are no longer blocked. Variables that refer to parts of the corp, e.g. `corp.clock`, remain
   * valid.
   *
   * @param state - the state to load. Default: the initial state. The clock gets the `time` of the state that you pass,
   *   unless the option `startAt` is `'now'`.
   * @throws {StateError} the state is not valid. The corp then remains unchanged.
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

// A state with its own `seed` or `apps` takes precedence over the option of the same name.
function hasSection(state: InitialState | undefined, section: 'seed' | 'apps'): boolean {
  return typeof state === 'object' && section in state
}

function startTime(startAt: FakeCorpOptions['startAt'], state: InitialState | undefined): string | undefined {
  if (startAt === 'now') return new Date().toISOString()
  // If undefined, the clock gets the time of the state.
  return state === undefined && startAt !== undefined ? new Date(startAt).toISOString() : undefined
}

/**
 * Creates a fake corp. The fake corp itself opens no port. There are three ways to send calls to the fake corp:
 * - pass the `fetch` and the `token` of the fake corp to a client
 * - pass the fake corp to `wecomHandlers` of `@wecom/msw`
 * - pass the fake corp to `listen` of `@wecom/mock/server`
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
