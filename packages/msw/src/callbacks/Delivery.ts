import type { TenantEvent } from '../tenant/events.ts'
import type { DeliveryFault } from './deliveryFaults.ts'

/** An event on its way to a callback URL. */
export interface Delivery {
  readonly url: string
  /** What happened. */
  readonly event: TenantEvent
  /** For whom it is encrypted: the id of the corp or suite. */
  readonly receiveId: string
  /** What the receiver decrypts: the same in each try. */
  readonly message: string
  readonly fault: DeliveryFault['kind'] | undefined
  /** At most three. */
  readonly tries: DeliveryTry[]
  /** `failed`: the receiver did not take it, and WeCom gives up. `stopped`: the tenant was reset or disconnected. */
  outcome: 'waiting' | 'acknowledged' | 'failed' | 'stopped'
}

/** One time that it was sent. */
export interface DeliveryTry {
  /** By the clock on the wall, in milliseconds since 1970. */
  readonly at: number
  /** Other than in all other tries. */
  readonly nonce: string
  /**
   * `acknowledged`: 200. `status`: another one. `not-success`: 200, but the event is of a suite, and the body is not
   * `success`; WeCom shows it to the corp as an error, and does not try again. `timeout`, `network`: no answer.
   */
  readonly result: 'acknowledged' | 'status' | 'not-success' | 'timeout' | 'network'
  /** Of the answer; undefined where there was none. */
  readonly status: number | undefined
}
