import type { AnyEndpoint } from '@wecom/core'
import { InputError } from '../InputError.ts'
import { type Endpoints, isMeant } from './endpoints.ts'

/** What goes wrong. */
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
  /** Milliseconds that the answer waits in the transport. Real time, not the tenant's. */
  readonly delayMs?: number | undefined
}

interface ArmedFault {
  readonly fault: Fault
  left: number
}

/** The faults that are set up. Of several for one call the oldest strikes, one a call. */
export class Faults {
  readonly #endpoints: Endpoints
  #armed: ArmedFault[] = []

  constructor(endpoints: Endpoints) {
    this.#endpoints = endpoints
  }

  /**
   * Sets up a fault.
   *
   * @throws {InputError} nothing is served under the name or path of its endpoint, or its errcode means success.
   *
   * @example
   * tenant.faults.add({ kind: 'lost-answer', endpoint: 'transferContacts' })
   */
  add(fault: Fault): void {
    const { times = 1, endpoint } = fault
    this.#endpoints.check(endpoint)
    if (fault.kind === 'errcode' && fault.errcode === 0) {
      throw new InputError('errcode', 'errcode 0 is that of success; name another one')
    }
    this.#armed.push({ fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Those that still wait for a call, with the number of calls they are good for. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, times: Number.isFinite(left) ? left : 'always' }))
  }

  clear(): void {
    this.#armed = []
  }

  /** Uses up the fault for a call, if there is one. */
  take(endpoint: AnyEndpoint): Fault | undefined {
    const hit = this.#armed.find(({ fault }) => isMeant(fault.endpoint, endpoint))
    if (!hit) return undefined
    hit.left--
    if (hit.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== hit)
    return hit.fault
  }
}
