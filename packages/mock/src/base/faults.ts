import type { AnyEndpoint } from '@wecom/core'
import type { Clock } from './clock.ts'
import { cursorParameter, type Endpoints, isCustomerContactRead, isMeant } from './endpoints.ts'
import { InputError } from './input.ts'
import type { Random } from './random.ts'

/** Faults of a call: it is refused, or something breaks between the caller and WeCom. One strikes a call. */
export type FaultKind =
  /** Refused with `errcode`; nothing was done. */
  | { readonly kind: 'errcode'; readonly errcode: number }
  /** An HTTP status of a gateway, without a body; nothing was done. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | undefined }
  /** Only slow: see `delayMs`. */
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

/** Faults of the data that a read of customer contact shows. They strike together, beside a fault of the call. */
export type ReadFaultKind =
  /** Shows the corp as it was `lagMs` of its own time ago, but not before the fault was set up. */
  | { readonly kind: 'lag'; readonly lagMs: number }
  /** Goes on listing the follow relations that ended since the fault was set up. */
  | { readonly kind: 'keeps-listing' }
  /** Refuses a cursor, as if it had expired. */
  | { readonly kind: 'cursor-refused' }
  /** Ignores a cursor: the list starts over. */
  | { readonly kind: 'cursor-restarts' }
  /** Answers a cursor with an empty last page. */
  | { readonly kind: 'cursor-empty' }

/** A fault of a call, with the calls that it is meant for. */
export type CallFault = FaultKind &
  Aim & {
    /** Milliseconds that the answer waits in the transport. Real time, not the corp's. */
    readonly delayMs?: number | undefined
  }

/** A fault on demand. */
export type Fault = CallFault | (ReadFaultKind & Aim)

interface Aim {
  /**
   * Name (`getContact`) or path of the endpoint. If left out: every call, `gettoken` included; for faults of reads every
   * read of customer contact, for those of cursors every one with a cursor.
   */
  readonly endpoint?: string | undefined
  /** How many calls it hits. Default 1. */
  readonly times?: number | 'always' | undefined
}

/** What a read shows in place of the corp as it is. */
export interface ReadFaults {
  /** The kind of the first of them; undefined if there is none. */
  readonly kind: ReadFaultKind['kind'] | undefined
  readonly lagMs: number
  /** Relations that ended since then are still listed: milliseconds since 1970. */
  readonly keptSince: number | undefined
  readonly cursor: CursorFault | undefined
}

/** What happens to a cursor. */
export type CursorFault = Extract<ReadFaultKind['kind'], `cursor-${string}`>

interface ArmedFault {
  readonly fault: Fault
  /** Milliseconds since 1970. */
  readonly since: number
  left: number
}

/** Faults of all calls, beside single faults. */
export interface Weather {
  /** Milliseconds that every answer waits in the transport. Real time, not the corp's. Default 0. */
  readonly latency?: number | undefined
  /** The share of calls, 0 to 1, that WeCom refuses as busy: errcode -1, nothing was done. Default 0. */
  readonly failureRate?: number | undefined
}

/** The parts of a corp that faults need. */
interface FaultParts {
  readonly clock: Clock
  readonly random: Random
  readonly endpoints: Endpoints
  /** Keeps the state of this moment, for reads that lag behind. */
  readonly keepState: () => void
}

/** The faults that are set up. Of several faults of a call the oldest strikes, one a call. */
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
   * @throws {InputError} no endpoint has this name or path, the fault cannot strike there, or one of its numbers is
   *   not allowed.
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

  /** The faults that have not struck yet; `times` is the number of calls left. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : 'always' }))
  }

  /** Removes all faults. The weather stays. */
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

  /** Milliseconds that a read may lag behind; 0 where no such fault is set up. */
  longestLag(): number {
    return Math.max(0, ...this.#armed.map(({ fault }) => (fault.kind === 'lag' ? fault.lagMs : 0)))
  }

  /** Takes the fault of a call: one that is set up for it, or else one of the weather. */
  take(endpoint: AnyEndpoint): CallFault | undefined {
    const { latency } = this.#weather
    const fault = this.#takeArmed(isCallFault, endpoint)?.fault ?? this.#takeFailure()
    if (latency === 0) return fault
    return fault ? { ...fault, delayMs: (fault.delayMs ?? 0) + latency } : { kind: 'delay', delayMs: latency }
  }

  /**
   * Takes the faults of a read: one of each sort.
   *
   * @param sent - the query or body.
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

/** Whether an endpoint is of the kind that a fault is for. */
function canStrike(fault: Fault, endpoint: AnyEndpoint): boolean {
  if (isCallFault(fault)) return true
  return isCustomerContactRead(endpoint) && (!isCursorFault(fault) || cursorParameter(endpoint) !== undefined)
}

/** @throws {InputError} the endpoint is not of the kind that the fault is for. */
function checkAim(fault: Fault, endpoint: AnyEndpoint): void {
  if (canStrike(fault, endpoint)) return
  const kind = isCursorFault(fault) ? 'a list with a cursor' : 'a read of customer contact'
  throw new InputError('endpoint', `${fault.kind} needs ${kind}, which ${endpoint.name} is not`)
}
