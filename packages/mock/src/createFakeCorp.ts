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

/** How a fake corp is set up. These options win over the state; over that of a reset, corpId and secret do. */
export interface FakeCorpOptions {
  /** Default `wwfake0000000001`. */
  readonly corpId?: string | undefined
  /** Secret of the first app. Default `fake-secret`. */
  readonly secret?: string | undefined
  /** The apps of the corp, each with its own secret and visible range. Default: one that may do and see everything. */
  readonly apps?: readonly App[] | undefined
  /** The state at the beginning. Default `demo`. */
  readonly state?: InitialState | undefined
  /**
   * Where the clock stands at the beginning: milliseconds since 1970, an ISO date, a `Date`, or `now`: the moment at which
   * the corp begins, also after a reset to another state.
   */
  readonly startAt?: number | string | Date | undefined
  /** `running`: time passes as fast as real time. Default `frozen`: until somebody moves the clock. */
  readonly clock?: 'frozen' | 'running' | undefined
  /** Start of all random numbers; ids and tokens are made from them. Default: the state's, or 1. */
  readonly seed?: number | undefined
  /** No page of a list is longer than this, so that few items already make several pages. */
  readonly pageSize?: number | undefined
  /** Milliseconds that every answer waits, in real time. Default 0. */
  readonly latency?: number | undefined
  /** The share of calls, 0 to 1, that are refused as busy (errcode -1). Default 0. */
  readonly failureRate?: number | undefined
  /** Where events are delivered to. The URL is not verified, unlike that of `corp.callbacks.connect`. */
  readonly callback?: CallbackSettings | undefined
}

const routes = createRoutes(allServed)
const endpoints = allServed.map(({ endpoint }) => endpoint)

/** A corp (企业) that answers as WeCom does. Made by `createFakeCorp`. */
export class FakeCorp extends Corp {
  /** Everything that members, customers and admins can do. */
  readonly people: People
  /** Answers requests to any host: the `fetch` of a client. */
  readonly fetch: Fetch
  /** Tokens of the first app: the `token` of a client. They are fetched through the client, as in production. */
  readonly token: TokenSource
  /** Events on their way to callback URLs, and those that arrived. */
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
   * Goes back to the beginning, or to another one. Cursors, wrong secrets, faults, limits, events, deliveries and the
   * journal are gone afterwards; every part of the corp stays the same object.
   *
   * @param state - another corp to begin with, at its own time. If left out, the state of `createFakeCorp`.
   * @throws {StateError} the state is not right; the corp stays as it is.
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
 * Makes a fake corp. Nothing runs and nothing listens: give its `fetch` and `token` to a client, its handlers to MSW
 * (`@wecom/msw`), or the corp itself to `listen` of `@wecom/mock/server`.
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
