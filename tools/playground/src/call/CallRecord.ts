import type { AnyEndpoint, ClientEvent } from '@wecom/core'
import type { JournalEntry } from '@wecom/mock'

/** Everything that is known of one call. */
export interface CallRecord {
  readonly endpoint: AnyEndpoint
  /** What the page sent to its proxy; undefined where nothing was sent. */
  readonly request: SentRequest | undefined
  /** What the proxy answered; undefined where nothing came back. */
  readonly response: ReceivedResponse | undefined
  readonly outcome: Outcome
  /** What both clients told of it, the page's and the proxy's. */
  readonly events: readonly LoggedEvent[]
  /** What arrived at WeCom. */
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
  /** JSON text; of a form, what is in each field. */
  readonly body: string | undefined
}

export interface ReceivedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export interface LoggedEvent {
  /** Whose client it is. */
  readonly side: 'page' | 'proxy'
  /** Milliseconds since the call began. */
  readonly at: number
  readonly event: ClientEvent
}
