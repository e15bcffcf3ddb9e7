import { writeJson } from './writeJson.ts'

/** What a transport does: sends an answer, or breaks the connection without one. */
export type Reply = (HttpAnswer | BrokenConnection) & {
  /** What it calls then, or as soon as nobody waits for the reply any more: until then the call is in flight. */
  readonly whenSent?: (() => void) | undefined
}

export interface HttpAnswer {
  readonly kind: 'answer'
  /** Milliseconds to wait before. */
  readonly delayMs: number
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Bytes of a file or of a long list, text of all else. */
  readonly body: string | Uint8Array<ArrayBuffer>
}

export interface BrokenConnection {
  readonly kind: 'reset'
  readonly delayMs: number
}

/** An answer in JSON. */
export function jsonAnswer(status: number, value: object): HttpAnswer {
  const headers = { 'content-type': 'application/json; charset=UTF-8' }
  return { kind: 'answer', delayMs: 0, status, headers, body: writeJson(value) }
}
