import type { Body } from './Body.ts'
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
  readonly body: Body
}

export interface BrokenConnection {
  readonly kind: 'reset'
  readonly delayMs: number
}

const jsonHeaders = { 'content-type': 'application/json; charset=UTF-8' }

/** An answer in JSON. */
export function jsonAnswer(status: number, value: object): HttpAnswer {
  return { kind: 'answer', delayMs: 0, status, headers: jsonHeaders, body: writeJson(value) }
}
