import type { AnyEndpoint } from '@wecom/core'
import { InputError, nearest } from './input.ts'
import type { Random } from './random.ts'

/** The kinds of faults. */
export type FaultKind =
  /** Refused with `errcode`; nothing was done. */
  | { readonly kind: 'errcode'; readonly errcode: number }
  /** An HTTP status from something in between, without a body; nothing was done. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | undefined }
  /** Nothing but slow: see `delayMs`. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The connection breaks before anything was done. */
  | { readonly kind: 'reset' }
  /** Done, but the answer breaks off in the middle. */
  | { readonly kind: 'truncate' }
  /** A page of HTML with status 200, as captive portals send it; nothing was done. */
  | { readonly kind: 'html' }
  /** Status 200 without a body; nothing was done. */
  | { readonly kind: 'empty' }
  /** Done, but the connection breaks and the answer never arrives. */
  | { readonly kind: 'lost-answer' }
  /** The token that the call carries expires under way: 42001. */
  | { readonly kind: 'expire-token' }

/** Something that goes wrong on demand, for the calls it is meant for. */
export type Fault = FaultKind & {
  /** Name (`getContact`) or path of the endpoint. Every call, `gettoken` included, if left out. */
  readonly endpoint?: string | undefined
  /** How many calls it hits. Default 1. */
  readonly times?: number | 'always' | undefined
  /** Milliseconds that the answer waits in the transport. Real time, not the corp's. */
  readonly delayMs?: number | undefined
}

interface ArmedFault {
  readonly fault: Fault
  left: number
}

/** Faults of all calls, beside single faults. */
export interface Weather {
  /** Milliseconds that every answer waits in the transport. Real time, not the corp's. Default 0. */
  readonly latency?: number | undefined
  /** The share of calls, 0 to 1, that WeCom refuses as busy: errcode -1, nothing was done. Default 0. */
  readonly failureRate?: number | undefined
}

/** The faults that are set up. Of several for one call the oldest strikes, one a call. */
export class Faults {
  readonly #endpoints: Endpoints
  readonly #random: Random
  #armed: ArmedFault[] = []
  #weather: { readonly latency: number; readonly failureRate: number } = { latency: 0, failureRate: 0 }

  constructor(endpoints: Endpoints, random: Random) {
    this.#endpoints = endpoints
    this.#random = random
  }

  /**
   * Sets up a fault.
   *
   * @throws {InputError} no endpoint has this name or path, or the errcode means success.
   *
   * @example
   * corp.faults.add({ kind: 'lost-answer', endpoint: 'transferContacts' })
   */
  add(fault: Fault): void {
    const { times = 1, endpoint } = fault
    this.#endpoints.check(endpoint)
    if (fault.kind === 'errcode' && fault.errcode === 0) {
      throw new InputError('errcode', 'errcode 0 means success; name another one')
    }
    this.#armed.push({ fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Those that still wait for a call, with the number of calls they are good for. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : 'always' }))
  }

  /** Takes back all faults. The weather stays. */
  clear(): void {
    this.#armed = []
  }

  get weather(): { readonly latency: number; readonly failureRate: number } {
    return this.#weather
  }

  /**
   * Sets latency and failure rate for all calls. What is left out keeps its value.
   *
   * @throws {InputError} `latency` is negative, or `failureRate` is not from 0 to 1.
   *
   * @example
   * corp.faults.setWeather({ latency: 200, failureRate: 0.05 })
   */
  setWeather({ latency = this.#weather.latency, failureRate = this.#weather.failureRate }: Weather): void {
    if (!(latency >= 0 && Number.isFinite(latency))) {
      throw new InputError('latency', `latency must be 0 milliseconds or more, got ${latency}`)
    }
    if (!(failureRate >= 0 && failureRate <= 1)) {
      throw new InputError('failureRate', `failureRate must be from 0 to 1, got ${failureRate}`)
    }
    this.#weather = { latency, failureRate }
  }

  /** Takes the fault for a call: one that is set up for it, or else one of the weather. */
  take(endpoint: AnyEndpoint): Fault | undefined {
    const { latency } = this.#weather
    const fault = this.#takeArmed(endpoint) ?? this.#takeFailure()
    if (latency === 0) return fault
    return fault ? { ...fault, delayMs: (fault.delayMs ?? 0) + latency } : { kind: 'delay', delayMs: latency }
  }

  #takeArmed(endpoint: AnyEndpoint): Fault | undefined {
    const hit = this.#armed.find(({ fault }) => isMeant(fault.endpoint, endpoint))
    if (!hit) return undefined
    hit.left--
    if (hit.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== hit)
    return hit.fault
  }

  #takeFailure(): Fault | undefined {
    const { failureRate } = this.#weather
    if (failureRate === 0 || this.#random.integer(1_000_000) >= failureRate * 1_000_000) return undefined
    return { kind: 'errcode', errcode: -1 }
  }
}

type Named = Pick<AnyEndpoint, 'name' | 'path'>

/** Names and paths of everything that is served. */
export class Endpoints {
  readonly #paths: ReadonlyMap<string, string>

  constructor(endpoints: readonly Named[]) {
    this.#paths = new Map(endpoints.map(({ name, path }) => [name, path]))
  }

  /** @throws {InputError} for the field `endpoint`: no endpoint has this name or path. The message suggests some. */
  check(endpoint: string | undefined): void {
    if (endpoint !== undefined) this.pathOf(endpoint)
  }

  /**
   * The path of an endpoint, given its name or path.
   *
   * @throws {InputError} as `check`.
   */
  pathOf(endpoint: string): string {
    const known = endpoint.startsWith('/') ? [...this.#paths.values()] : [...this.#paths.keys()]
    if (known.includes(endpoint)) return this.#paths.get(endpoint) ?? endpoint
    const meant = nearest(endpoint, known)
    throw new InputError('endpoint', `No endpoint ${endpoint} is served; did you mean ${meant.join(' or ')}?`)
  }
}

/** Whether an endpoint is meant by its name or path. Every one is, if none is named. */
export function isMeant(endpoint: string | undefined, { name, path }: Named): boolean {
  return endpoint === undefined || endpoint === name || endpoint === path
}
