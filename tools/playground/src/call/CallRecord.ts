import type { AnyEndpoint, ClientEvent } from '@wecom/core'
import type { JournalEntry } from '@wecom/mock'

/** Everything that the playground page shows about one call. */
export interface CallRecord {
  readonly endpoint: AnyEndpoint
  /** The request from the playground page to its proxy. Undefined if the client sent no request. */
  readonly request: SentRequest | undefined
  /** The answer of the proxy. Undefined if no answer arrived. */
  readonly response: ReceivedResponse | undefined
  readonly outcome: Outcome
  /** The events that two clients emitted: the client of the playground page, and the client of the proxy. */
  readonly events: readonly LoggedEvent[]
  /** The requests that arrived at the fake corp. */
  readonly arrivals: readonly JournalEntry[]
  /** Duration of the call in milliseconds. */
  readonly duration: number
}

export type Outcome =
  | { readonly kind: 'result'; readonly result: object }
  | { readonly kind: 'file'; readonly type: string; readonly bytes: number }
  | { readonly kind: 'error'; readonly error: unknown }

export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Body of the request: JSON, or the fields of a form as text. */
  readonly body: string | undefined
}

export interface ReceivedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export interface LoggedEvent {
  /**
   * The client that emitted the event: `page` is the client of the playground page, `proxy` is the client of the proxy.
   */
  readonly side: 'page' | 'proxy'
  /** Time of the event, in milliseconds since the call began. */
  readonly at: number
  readonly event: ClientEvent
}
