import { isWeComCallbackError } from '../errors/isWeComCallbackError.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'

/** What tells WeCom that an event has arrived: nothing, or `success` where the instruction URL of a suite expects it. */
export function acknowledgement(event: CallbackEvent): Response {
  const { InfoType } = 'unknown' in event ? event.unknown : event
  return new Response(InfoType === undefined ? null : 'success')
}

/** Asks WeCom to deliver again: it does so twice, within seconds. */
export function failure(): Response {
  return new Response(null, { status: 500 })
}

/** To the sender all refusals of a message look the same: which check it failed would help to forge one. */
export function refusal(error: unknown): Response {
  if (!isWeComCallbackError(error)) return failure()
  switch (error.kind) {
    case 'method':
      return new Response(null, { status: 405, headers: { allow: 'GET, POST' } })
    case 'size':
      return new Response(null, { status: 413 })
    case 'timeout':
      return new Response(null, { status: 408 })
    default:
      return new Response(null, { status: 403 })
  }
}
