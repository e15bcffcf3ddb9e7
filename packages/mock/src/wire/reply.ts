import { SentFile } from '../answers/serve.ts'
import type { CallFault } from '../base/faults.ts'

/** Content of the answer to a call, before a fault changes it: a file, or an object to send as JSON. */
export type AnswerContent = SentFile | { readonly errcode?: number; readonly errmsg?: string }

/** The reply of the fake corp to a call: an HTTP answer or a broken connection. */
export type Reply = (HttpAnswer | BrokenConnection) & {
  /**
   * Tells the fake corp that the call has ended. The server that sends the reply must call this function when it has
   * sent the reply, or when the client has disconnected. Until then, the limits of the fake corp count the call as
   * running. Undefined if no limit counts the call.
   */
  readonly whenSent?: (() => void) | undefined
}

export interface HttpAnswer {
  readonly kind: 'answer'
  /** Time to wait before the answer is sent, in milliseconds of real time. */
  readonly delayMs: number
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Body of the answer. Empty if the answer has no body. */
  readonly body: string | Uint8Array<ArrayBuffer>
}

export interface BrokenConnection {
  readonly kind: 'reset'
  readonly delayMs: number
}

export const unknownPath: HttpAnswer = { kind: 'answer', delayMs: 0, status: 404, headers: {}, body: '' }

const jsonHeaders = { 'content-type': 'application/json; charset=UTF-8' }

export function jsonAnswer(status: number, value: object): HttpAnswer {
  return { kind: 'answer', delayMs: 0, status, headers: jsonHeaders, body: JSON.stringify(value) }
}

export function toAnswer(content: AnswerContent): HttpAnswer {
  if (!(content instanceof SentFile)) return jsonAnswer(200, content)
  const { status, headers, body } = content
  return { kind: 'answer', delayMs: 0, status, headers, body }
}

export function spoil(answer: HttpAnswer, fault: CallFault | undefined): Reply {
  if (!fault) return answer
  const { delayMs = 0 } = fault
  const late = { ...answer, delayMs }
  switch (fault.kind) {
    case 'reset':
    case 'lost-answer':
      return { kind: 'reset', delayMs }
    case 'truncate':
      return { ...late, body: firstHalf(answer.body) }
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return { ...late, status: fault.status, headers }
    }
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=UTF-8' }
      return { ...late, status: 200, headers, body: '<!DOCTYPE html><title>Sign in to this network</title>' }
    }
    case 'empty':
      return { ...late, status: 200 }
    default:
      return late
  }
}

function firstHalf(body: HttpAnswer['body']): Uint8Array<ArrayBuffer> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return bytes.slice(0, bytes.length / 2)
}
