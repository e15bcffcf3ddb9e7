import type { AnyEndpoint, ClientEvent } from '@wecom/core'
import type { JournalEntry } from '@wecom/mock'

/** All facts of one call. */
export interface CallRecord {
  readonly endpoint: AnyEndpoint
  /** The request from the page to its proxy; undefined if nothing was sent. */
  readonly request: SentRequest | undefined
  /** The answer of the proxy; undefined if none came. */
  readonly response: ReceivedResponse | undefined
  readonly outcome: Outcome
  /** The events of both clients, the page's and the proxy's. */
  readonly events: readonly LoggedEvent[]
  /** The requests that arrived at WeCom. */
  readonly arrivals: readonly JournalEntry[]
  /** Milliseconds. */
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
  /** JSON, or the fields of a form as text. */
  readonly body: string | undefined
}

export interface ReceivedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export interface LoggedEvent {
  /** The client that emitted it. */
  readonly side: 'page' | 'proxy'
  /** Milliseconds since the call began. */
  readonly at: number
  readonly event: ClientEvent
}
