import type { AnyEndpoint } from '@wecom/core'
import type { Clock } from './clock.ts'
import { type Endpoints, isMeant } from './endpoints.ts'

/** The kinds of limits. */
export type LimitKind =
  /** At most `calls` within `perMs` of the corp's time. The next call closes the endpoint for `perMs`: 45009. */
  | { readonly kind: 'rate'; readonly calls: number; readonly perMs: number }
  /** At most `inFlight` calls at once, each from its arrival until its reply is sent: 45033. */
  | { readonly kind: 'concurrency'; readonly inFlight: number }
  /** At most one call at once that changes the same follow relation: 45035. */
  | { readonly kind: 'conflict' }

/** A limit of calls. Each endpoint counts separately. */
export type Limit = LimitKind & {
  /** Name or path of the endpoint. Default: every endpoint, token calls included. */
  readonly endpoint?: string | undefined
}

/** All limits for which WeCom or its support gives figures. */
export interface DocumentedLimits {
  readonly kind: 'documented'
}

/**
 * The figures for a corp. The limits for an IP address are two and four times as high, so one corp never reaches them.
 * WeCom's support names the five calls at once; the documentation gives no figure.
 */
const documentedLimits: readonly Limit[] = [
  { kind: 'rate', calls: 10_000, perMs: 60_000 },
  { kind: 'rate', calls: 150_000, perMs: 3_600_000 },
  { kind: 'concurrency', endpoint: 'markCustomerTags', inFlight: 5 },
  { kind: 'concurrency', endpoint: 'updateContactRemark', inFlight: 5 },
  { kind: 'conflict' },
]

/** Whether the limits admit a call. */
export interface Admission {
  /** Why it is refused. */
  readonly errcode?: number
  /** Call it when the reply is sent or the caller has disconnected. */
  readonly leave?: () => void
}

interface CallInFlight {
  readonly path: string
  /** The member and customer whose follow relation it changes. */
  readonly relation: string | undefined
}

interface RateWindow {
  from: number
  calls: number
  shutUntil: number
}

interface ArmedLimit {
  readonly limit: Limit
  /** The windows of rates, by path. */
  readonly windows: Map<string, RateWindow>
}

const unlimited: Admission = {}

/** The limits that are set up. Default: none. */
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
   * Sets up a limit; it counts the calls that arrive from then on.
   *
   * @throws {InputError} no endpoint has this name or path.
   *
   * @example
   * corp.limits.add({ kind: 'rate', endpoint: 'markCustomerTags', calls: 5, perMs: 60_000 })
   * corp.limits.add({ kind: 'documented' })
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

  /** Counts a call that arrives. `sent` is its body. */
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
    if (window && now < window.shutUntil) return true
    if (!window || now >= window.from + limit.perMs) {
      windows.set(path, { from: now, calls: 1, shutUntil: 0 })
      return false
    }
    window.calls++
    if (window.calls <= limit.calls) return false
    window.shutUntil = now + limit.perMs
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
