import type { AnyEndpoint } from '@wecom/core'
import type { Clock } from './clock.ts'
import { cursorParameter, type Endpoints, isCustomerContactRead, isMeant } from './endpoints.ts'
import { InputError } from './input.ts'
import type { Random } from './random.ts'

/**
 * Kinds of faults of a call: WeCom refuses it, or the connection between the caller and WeCom fails. At most one such
 * fault strikes each call.
 */
export type FaultKind =
  /** WeCom refuses the call with `errcode` and changes nothing. */
  | { readonly kind: 'errcode'; readonly errcode: number }
  /** A gateway answers with an HTTP status and no body. The call has no effect. `retryAfter` is in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | undefined }
  /** The answer is late by `delayMs` milliseconds and otherwise correct. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The connection breaks before the call has an effect. */
  | { readonly kind: 'reset' }
  /** The call takes effect, but the answer ends in the middle. */
  | { readonly kind: 'truncate' }
  /** The answer is an HTML page with status 200, as captive portals send it. The call has no effect. */
  | { readonly kind: 'html' }
  /** The answer has status 200 and no body. The call has no effect. */
  | { readonly kind: 'empty' }
  /** The call takes effect, but the connection breaks before the answer arrives. */
  | { readonly kind: 'lost-answer' }
  /** The token of the call expires before the call arrives, so WeCom refuses it with 42001. */
  | { readonly kind: 'expire-token' }

/**
 * Kinds of faults of the data that a customer-contact read returns. Several of them can strike one call, in addition to
 * a fault of the call.
 */
export type ReadFaultKind =
  /**
   * The read shows the corp as it was `lagMs` milliseconds earlier by the corp's clock, but never as it was before the
   * fault was set up.
   */
  | { readonly kind: 'lag'; readonly lagMs: number }
  /** The read still lists the follow relations that ended after the fault was set up. */
  | { readonly kind: 'keeps-listing' }
  /** WeCom refuses the cursor as if it had expired. */
  | { readonly kind: 'cursor-refused' }
  /** WeCom ignores the cursor, so the list starts again at its first page. */
  | { readonly kind: 'cursor-restarts' }
  /** WeCom answers the cursor with an empty last page. */
  | { readonly kind: 'cursor-empty' }

/** A fault of a call, and the calls that it applies to. */
export type CallFault = FaultKind &
  Aim & {
    /** Milliseconds of real time by which the answer is late. */
    readonly delayMs?: number | undefined
  }

/** A fault that a test sets up with `corp.faults.add`. */
export type Fault = CallFault | (ReadFaultKind & Aim)

interface Aim {
  /**
   * Name (`getContact`) or path of the endpoint that the fault applies to. Default for faults of a call: every
   * endpoint, `gettoken` included. Default for faults of reads: every customer-contact read. Default for faults of
   * cursors: every such read with a cursor.
   */
  readonly endpoint?: string | undefined
  /** Number of calls that the fault strikes. Default 1. */
  readonly times?: number | 'always' | undefined
}

/** Changes that the faults of a read make to the data of one call. */
export interface ReadFaults {
  /** Kind of the first fault that strikes. Undefined if none strikes. */
  readonly kind: ReadFaultKind['kind'] | undefined
  readonly lagMs: number
  /** Time in milliseconds since 1970. Relations that ended after it are still listed. */
  readonly keptSince: number | undefined
  readonly cursor: CursorFault | undefined
}

/** Kinds of faults of a cursor. */
export type CursorFault = Extract<ReadFaultKind['kind'], `cursor-${string}`>

interface ArmedFault {
  readonly fault: Fault
  /** When the fault was set up, in milliseconds since 1970. */
  readonly since: number
  left: number
}

/** Latency and failure rate of all calls. They add to single faults. */
export interface Weather {
  /** Milliseconds of real time by which every answer is late. Default 0. */
  readonly latency?: number | undefined
  /** Share of calls, from 0 to 1, that WeCom refuses as busy: errcode -1, without effect. Default 0. */
  readonly failureRate?: number | undefined
}

/** The parts of a corp that faults use. */
interface FaultParts {
  readonly clock: Clock
  readonly random: Random
  readonly endpoints: Endpoints
  /** Saves a copy of the current state, so that a simulated slow read can answer with old data. */
  readonly keepState: () => void
}

/** The faults that are set up. If several faults of a call apply, only the oldest strikes. */
export class Faults {
  readonly #parts: FaultParts
  #armed: ArmedFault[] = []
  #weather: { readonly latency: number; readonly failureRate: number } = { latency: 0, failureRate: 0 }

  constructor(parts: FaultParts) {
    this.#parts = parts
  }

  /**
   * Sets up a fault.
   *
   * @throws {InputError} no endpoint has this name or path, the fault does not fit the endpoint, or one of its numbers
   *   is not allowed.
   *
   * @example
   * corp.faults.add({ kind: 'lost-answer', endpoint: 'transferContacts' })
   * corp.faults.add({ kind: 'lag', lagMs: 3000, times: 'always' })
   */
  add(fault: Fault): void {
    const { endpoints, clock, keepState } = this.#parts
    const { times = 1, endpoint } = fault
    if (endpoint !== undefined) checkAim(fault, endpoints.get(endpoint))
    if (fault.kind === 'errcode' && fault.errcode === 0) {
      throw new InputError('errcode', 'errcode 0 means success; name another one')
    }
    if (fault.kind === 'lag') {
      if (!(fault.lagMs > 0 && Number.isFinite(fault.lagMs))) {
        throw new InputError('lagMs', `lagMs must be a positive number of milliseconds, got ${fault.lagMs}`)
      }
      keepState()
    }
    this.#armed.push({ fault, since: clock.now(), left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Returns the faults that can still strike. `times` is the number of calls left. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : 'always' }))
  }

  /** Removes all faults. Does not change the settings of `setWeather`. */
  clear(): void {
    this.#armed = []
  }

  get weather(): { readonly latency: number; readonly failureRate: number } {
    return this.#weather
  }

  /**
   * Sets latency and failure rate for all calls. A field that is left out keeps its value.
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

  /** Returns the largest `lagMs` of the faults, or 0 if no read lags. */
  longestLag(): number {
    return Math.max(0, ...this.#armed.map(({ fault }) => (fault.kind === 'lag' ? fault.lagMs : 0)))
  }

  /**
   * Uses up and returns the fault for a call: one that is set up for it, otherwise a random one by the failure rate.
   */
  take(endpoint: AnyEndpoint): CallFault | undefined {
    const { latency } = this.#weather
    const fault = this.#takeArmed(isCallFault, endpoint)?.fault ?? this.#takeFailure()
    if (latency === 0) return fault
    return fault ? { ...fault, delayMs: (fault.delayMs ?? 0) + latency } : { kind: 'delay', delayMs: latency }
  }

  /**
   * Uses up and returns the faults for a read: at most one `lag`, one `keeps-listing` and one fault of cursors.
   *
   * @param sent - the query or body of the call.
   */
  takeForRead(endpoint: AnyEndpoint, sent: unknown): ReadFaults {
    const lag = this.#takeArmed((fault) => fault.kind === 'lag', endpoint)
    const kept = this.#takeArmed((fault) => fault.kind === 'keeps-listing', endpoint)
    const cursor = hasCursor(endpoint, sent) ? this.#takeArmed(isCursorFault, endpoint) : undefined
    return {
      kind: (lag ?? kept ?? cursor)?.fault.kind,
      lagMs: lag?.fault.lagMs ?? 0,
      keptSince: kept?.since,
      cursor: cursor?.fault.kind,
    }
  }

  #takeArmed<Kind extends Fault>(
    isWanted: (fault: Fault) => fault is Kind,
    endpoint: AnyEndpoint,
  ): (ArmedFault & { readonly fault: Kind }) | undefined {
    const hit = this.#armed.find(
      (armed): armed is ArmedFault & { readonly fault: Kind } =>
        isWanted(armed.fault) && canStrike(armed.fault, endpoint) && isMeant(armed.fault.endpoint, endpoint),
    )
    if (!hit) return undefined
    hit.left--
    if (hit.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== hit)
    return hit
  }

  #takeFailure(): CallFault | undefined {
    const { failureRate } = this.#weather
    if (failureRate === 0 || this.#parts.random.integer(1_000_000) >= failureRate * 1_000_000) return undefined
    return { kind: 'errcode', errcode: -1 }
  }
}

function isCursorFault(fault: Fault): fault is Extract<Fault, { kind: CursorFault }> {
  return fault.kind === 'cursor-refused' || fault.kind === 'cursor-restarts' || fault.kind === 'cursor-empty'
}

function isCallFault(fault: Fault): fault is CallFault {
  return fault.kind !== 'lag' && fault.kind !== 'keeps-listing' && !isCursorFault(fault)
}

function hasCursor(endpoint: AnyEndpoint, sent: unknown): boolean {
  const name = cursorParameter(endpoint)
  return name !== undefined && typeof sent === 'object' && sent !== null && Boolean(Reflect.get(sent, name))
}

/** Whether an endpoint is of the kind that a fault applies to. */
function canStrike(fault: Fault, endpoint: AnyEndpoint): boolean {
  if (isCallFault(fault)) return true
  return isCustomerContactRead(endpoint) && (!isCursorFault(fault) || cursorParameter(endpoint) !== undefined)
}

/**
 * Checks that a fault can strike an endpoint.
 *
 * @throws {InputError} the endpoint is not of the kind that the fault applies to.
 */
function checkAim(fault: Fault, endpoint: AnyEndpoint): void {
  if (canStrike(fault, endpoint)) return
  const kind = isCursorFault(fault) ? 'a list with a cursor' : 'a read of customer contact'
  throw new InputError('endpoint', `${fault.kind} needs ${kind}, which ${endpoint.name} is not`)
}
