import type { AnyEndpoint } from '@wecom/core'
import type { Clock } from './clock.ts'
import { type Endpoints, isMeant } from './endpoints.ts'

export type LimitKind =
  /**
   * Allows `calls` calls to an endpoint within `perMs` milliseconds of the corp's clock. WeCom refuses the next call
   * with 45009 (too many calls), and then all further calls for another `perMs` milliseconds.
   */
  | { readonly kind: 'rate'; readonly calls: number; readonly perMs: number }
  /**
   * Allows `inFlight` calls to an endpoint at the same time. A call counts from its arrival until its reply is sent.
   * WeCom refuses further calls with 45033 (too many calls at the same time).
   */
  | { readonly kind: 'concurrency'; readonly inFlight: number }
  /**
   * Allows only one call at a time to change the same follow relation. WeCom refuses further calls with 45035 (another
   * call changes the same customer).
   */
  | { readonly kind: 'conflict' }

/** A limit on calls. The limits `rate` and `concurrency` count the calls of each endpoint separately. */
export type Limit = LimitKind & {
  /**
   * Name or path of the endpoint that the limit applies to. Default: every endpoint, including the endpoints that
   * return tokens.
   */
  readonly endpoint?: string | undefined
}

/**
 * Argument of `corp.limits.add` that adds all limits of WeCom whose numbers are known. The numbers come from WeCom's
 * documentation or support.
 */
export interface DocumentedLimits {
  readonly kind: 'documented'
}

// The number 5 comes from WeCom's support, because the documentation has none. WeCom's limits for IP addresses are
// missing here: they are two to four times as high, so a single corp never reaches them.
const documentedLimits: readonly Limit[] = [
  { kind: 'rate', calls: 10_000, perMs: 60_000 },
  { kind: 'rate', calls: 150_000, perMs: 3_600_000 },
  { kind: 'concurrency', endpoint: 'markCustomerTags', inFlight: 5 },
  { kind: 'concurrency', endpoint: 'updateContactRemark', inFlight: 5 },
  { kind: 'conflict' },
]

export interface Admission {
  readonly errcode?: number
  /**
   * Tells the limits that the call has ended. Run this function when the reply is sent or the caller has disconnected.
   * Otherwise the limits count the call as running forever.
   */
  readonly leave?: () => void
}

interface CallInFlight {
  readonly path: string
  /** The follow relation that the call changes: userid and external_userid, separated by a space. */
  readonly relation: string | undefined
}

interface RateWindow {
  from: number
  calls: number
  blockedUntil: number
}

interface ArmedLimit {
  readonly limit: Limit
  readonly windows: Map<string, RateWindow>
}

const unlimited: Admission = {}

/** The limits that tests have added. A new fake corp has none, so it accepts any number of calls. */
export class Limits {
  readonly #clock: Clock
  readonly #endpoints: Endpoints
  readonly #inFlight = new Set<CallInFlight>()
  #armed: ArmedLimit[] = []

  constructor(clock: Clock, endpoints: Endpoints) {
    this.#clock = clock
    this.#endpoints = endpoints
  }

  /**
   * Adds a limit. A limit of the kind `rate` does not count calls that arrived before you added the limit.
   *
   * @throws {InputError} no endpoint has this name or path.
   *
   * @example
   * corp.limits.add({ kind: 'rate', endpoint: 'markCustomerTags', calls: 5, perMs: 60_000 })
   * corp.limits.add({ kind: 'documented' }) // all limits of WeCom whose numbers are known
   */
  add(limit: Limit | DocumentedLimits): void {
    if (limit.kind !== 'documented') this.#endpoints.check(limit.endpoint)
    const added = limit.kind === 'documented' ? documentedLimits : [limit]
    this.#armed.push(...added.map((one) => ({ limit: one, windows: new Map<string, RateWindow>() })))
  }

  list(): Limit[] {
    return this.#armed.map(({ limit }) => limit)
  }

  /** Removes all limits and their counts. */
  clear(): void {
    this.#armed = []
    this.#inFlight.clear()
  }

  /**
   * Checks whether the limits allow a call, and counts the call.
   *
   * @param sent - body of the call.
   */
  admit(endpoint: AnyEndpoint, sent: unknown): Admission {
    const limits = this.#armed.filter(({ limit }) => isMeant(limit.endpoint, endpoint))
    if (limits.length === 0) return unlimited
    const call: CallInFlight = { path: endpoint.path, relation: changedRelation(endpoint, sent) }
    const [errcode] = limits.flatMap((armed) => this.#refusal(armed, call) ?? [])
    if (errcode !== undefined) return { errcode }
    this.#inFlight.add(call)
    return { leave: () => void this.#inFlight.delete(call) }
  }

  #refusal({ limit, windows }: ArmedLimit, call: CallInFlight): number | undefined {
    switch (limit.kind) {
      case 'rate':
        return this.#isOver(limit, windows, call.path) ? 45009 : undefined
      case 'concurrency':
        return this.#count(({ path }) => path === call.path) >= limit.inFlight ? 45033 : undefined
      case 'conflict': {
        const { relation } = call
        return relation !== undefined && this.#count((other) => other.relation === relation) > 0 ? 45035 : undefined
      }
    }
  }

  #count(which: (call: CallInFlight) => boolean): number {
    return [...this.#inFlight].filter(which).length
  }

  #isOver(limit: Limit & { kind: 'rate' }, windows: Map<string, RateWindow>, path: string): boolean {
    const now = this.#clock.now()
    const window = windows.get(path)
    if (window && now < window.blockedUntil) return true
    if (!window || now >= window.from + limit.perMs) {
      windows.set(path, { from: now, calls: 1, blockedUntil: 0 })
      return false
    }
    window.calls++
    if (window.calls <= limit.calls) return false
    window.blockedUntil = now + limit.perMs
    return true
  }
}

function changedRelation({ effect }: AnyEndpoint, sent: unknown): string | undefined {
  if (effect === 'read' || typeof sent !== 'object' || sent === null) return undefined
  if (!('userid' in sent && 'external_userid' in sent)) return undefined
  const { userid, external_userid } = sent
  const isOne = typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : undefined
}
