import type { AnyEndpoint } from '@wecom/core'
import type { Clock } from './clock.ts'
import { cursorParameter, type Endpoints, isCustomerContactRead, isMeant } from './endpoints.ts'
import { InputError } from './input.ts'
import type { Random } from './random.ts'

/**
 * A fault that a test can cause in any call: the call is refused, the answer is late or unusable, or the connection
 * breaks. One call gets at most one of these faults, even if a test has added several.
 */
export type FaultKind =
  /** WeCom refuses the call with `errcode` and changes nothing. */
  | { readonly kind: 'errcode'; readonly errcode: number }
  /**
   * A gateway answers with an HTTP status and no body. The call has no effect. `retryAfter` is the value of the header
   * `Retry-After`, in seconds.
   */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | undefined }
  /** The answer is correct, but arrives `delayMs` milliseconds late, in real time. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The connection breaks before the call has an effect. */
  | { readonly kind: 'reset' }
  /** The call takes effect, but the body of the answer is cut off in the middle. */
  | { readonly kind: 'truncate' }
  /**
   * The answer is an HTML page with HTTP status 200, like the login page of a public Wi-Fi network. The call has no
   * effect.
   */
  | { readonly kind: 'html' }
  /** The answer has HTTP status 200 and no body. The call has no effect. */
  | { readonly kind: 'empty' }
  /** The call takes effect, but the connection breaks before the answer arrives. */
  | { readonly kind: 'lost-answer' }
  /** The token expires before the call arrives. WeCom refuses the call with 42001 (expired token). */
  | { readonly kind: 'expire-token' }

/**
 * A fault that a test causes in calls that only read customer-contact data (客户联系). The fake corp then returns old data,
 * or handles a cursor wrongly. One call can get several of these faults, and also one fault of the type `FaultKind`.
 */
export type ReadFaultKind =
  /**
   * The fake corp returns the data that it had `lagMs` milliseconds ago by its clock. If the test added the fault later
   * than that, the fake corp returns the data that it had when the fault was added.
   */
  | { readonly kind: 'lag'; readonly lagMs: number }
  /** The fake corp still lists follow relations that ended after the fault was added. */
  | { readonly kind: 'keeps-listing' }
  /** The fake corp refuses the cursor, as WeCom does with an expired cursor. */
  | { readonly kind: 'cursor-refused' }
  /** The fake corp ignores the cursor and returns the first page of the list again. */
  | { readonly kind: 'cursor-restarts' }
  /** If a request contains a cursor, the fake corp returns an empty page without a next cursor. */
  | { readonly kind: 'cursor-empty' }

export type CallFault = FaultKind &
  AffectedCalls & {
    /** Additional delay of the answer, in milliseconds of real time. */
    readonly delayMs?: number | undefined
  }

/**
 * A fault that a test adds with `corp.faults.add`. The fault has a kind, the endpoint that it affects, and the number
 * of calls that it affects. The kinds in `FaultKind` are possible in any call. The kinds in `ReadFaultKind` are
 * possible only in calls that read customer-contact data (客户联系).
 */
export type Fault = CallFault | (ReadFaultKind & AffectedCalls)

interface AffectedCalls {
  /**
   * Name (e.g. `getContact`) or path of the endpoint that the fault applies to. Default:
   * - for a `FaultKind`: all endpoints, `gettoken` included
   * - for `lag` and `keeps-listing`: all endpoints that only read customer-contact data (客户联系)
   * - for `cursor-…` faults: all endpoints that read such data page by page with a cursor
   */
  readonly endpoint?: string | undefined
  /** Number of calls that the fault applies to. Default 1. */
  readonly times?: number | 'always' | undefined
}

export interface ReadFaults {
  /**
   * Kind of the fault that the journal of requests (`corp.journal`) shows for the call. Undefined if no fault applies
   * to the call. If several faults apply, this is the one that comes first in this order: `lag`, `keeps-listing`, a
   * `cursor-…` fault.
   */
  readonly kind: ReadFaultKind['kind'] | undefined
  readonly lagMs: number
  /**
   * When the fault `keeps-listing` was added, in milliseconds since 1970. The answer to the call still lists follow
   * relations that ended at or after this time. Undefined if the fault `keeps-listing` does not apply to the call.
   */
  readonly keptSince: number | undefined
  readonly cursor: CursorFault | undefined
}

export type CursorFault = Extract<ReadFaultKind['kind'], `cursor-${string}`>

interface ArmedFault {
  readonly fault: Fault
  readonly since: number
  left: number
}

/**
 * Settings for all calls: the delay of answers, and the share of calls that fail. They apply even if no fault was
 * added.
 */
export interface Conditions {
  /** Delay of every answer, in milliseconds of real time. Default 0. */
  readonly latency?: number | undefined
  /**
   * Share of calls that WeCom refuses with errcode -1 (system busy), from 0 to 1. A refused call has no effect. Default
   * 0.
   */
  readonly failureRate?: number | undefined
}

/** Longest delay of an answer, in milliseconds (24 days). `setTimeout` treats a longer delay as no delay. */
export const maxDelayMs: number = 2 ** 31 - 1

interface FaultParts {
  readonly clock: Clock
  readonly random: Random
  readonly endpoints: Endpoints
  /** Saves a copy of the corp's data. Later calls with the fault `lag` read their old data from the copy. */
  readonly keepState: () => void
}

/**
 * The faults that tests have added to a fake corp (see `createFakeCorp`). If several faults of the type `FaultKind`
 * apply to a call, the call gets only the one that was added first. In addition, the call can get faults of the type
 * `ReadFaultKind`.
 */
export class Faults {
  readonly #parts: FaultParts
  #armed: ArmedFault[] = []
  #conditions: { readonly latency: number; readonly failureRate: number } = { latency: 0, failureRate: 0 }

  constructor(parts: FaultParts) {
    this.#parts = parts
  }

  /**
   * Adds a fault.
   *
   * @throws {InputError} no endpoint has this name or path, the fault cannot apply to this endpoint, or a number of the
   *   fault is out of range.
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
      throw new InputError('errcode', 'errcode must not be 0, because 0 means success')
    }
    if (isCallFault(fault) && fault.delayMs !== undefined) checkDelay('delayMs', fault.delayMs)
    if (fault.kind === 'lag') {
      if (!(fault.lagMs > 0 && Number.isFinite(fault.lagMs))) {
        throw new InputError('lagMs', `lagMs must be a positive number of milliseconds, got ${fault.lagMs}`)
      }
      keepState()
    }
    this.#armed.push({ fault, since: clock.now(), left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Returns the faults that still apply to later calls. Their field `times` contains the remaining number of calls. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : 'always' }))
  }

  /** Removes all faults. The settings of `setConditions` remain. */
  clear(): void {
    this.#armed = []
  }

  get conditions(): { readonly latency: number; readonly failureRate: number } {
    return this.#conditions
  }

  /**
   * Sets `latency` (the delay of all answers, in milliseconds of real time) and `failureRate` (the share of calls that
   * fail, from 0 to 1). A setting that is missing in the argument remains unchanged.
   *
   * @throws {InputError} `latency` is not between 0 and 2,147,483,647 (24 days), or `failureRate` is not between 0 and 1.
   *
   * @example
   * corp.faults.setConditions({ latency: 200, failureRate: 0.05 })
   */
  setConditions({ latency = this.#conditions.latency, failureRate = this.#conditions.failureRate }: Conditions): void {
    checkDelay('latency', latency)
    if (!(failureRate >= 0 && failureRate <= 1)) {
      throw new InputError('failureRate', `failureRate must be from 0 to 1, got ${failureRate}`)
    }
    this.#conditions = { latency, failureRate }
  }

  /** Returns the greatest `lagMs` of all faults of the kind `lag`. Returns 0 if there is none. */
  longestLag(): number {
    return Math.max(0, ...this.#armed.map(({ fault }) => (fault.kind === 'lag' ? fault.lagMs : 0)))
  }

  /**
   * Returns the fault that a call gets, or undefined if the call gets no fault. The function selects the fault in three
   * steps:
   * 1. If a fault of the type `FaultKind` was added for the call, the call gets this fault, and `times` of the added
   *    fault decreases by 1.
   * 2. Otherwise, the failure rate decides at random whether the call gets a fault with errcode -1.
   * 3. If `latency` is set, the function adds `latency` to the delay of the fault. A call without a fault gets a fault
   *    of the kind `delay`.
   */
  take(endpoint: AnyEndpoint): CallFault | undefined {
    const { latency } = this.#conditions
    const fault = this.#takeArmed(isCallFault, endpoint)?.fault ?? this.#takeFailure()
    if (latency === 0) return fault
    return fault
      ? { ...fault, delayMs: Math.min((fault.delayMs ?? 0) + latency, maxDelayMs) }
      : { kind: 'delay', delayMs: latency }
  }

  /**
   * Returns the faults of the type `ReadFaultKind` that apply to a call, and lowers the `times` of each by 1. At most
   * one `lag`, one `keeps-listing` and one `cursor-…` fault apply to the same call.
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
    const { failureRate } = this.#conditions
    if (failureRate === 0 || this.#parts.random.integer(1_000_000) >= failureRate * 1_000_000) return undefined
    return { kind: 'errcode', errcode: -1 }
  }
}

function checkDelay(name: string, delayMs: number): void {
  if (delayMs >= 0 && delayMs <= maxDelayMs) return
  throw new InputError(name, `${name} must be from 0 to ${maxDelayMs} milliseconds, got ${delayMs}`)
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

function canStrike(fault: Fault, endpoint: AnyEndpoint): boolean {
  if (isCallFault(fault)) return true
  return isCustomerContactRead(endpoint) && (!isCursorFault(fault) || cursorParameter(endpoint) !== undefined)
}

function checkAim(fault: Fault, endpoint: AnyEndpoint): void {
  if (canStrike(fault, endpoint)) return
  const kind = isCursorFault(fault) ? 'lists with a cursor' : 'calls that read customer contact'
  throw new InputError('endpoint', `${fault.kind} applies only to ${kind}, not to ${endpoint.name}`)
}
