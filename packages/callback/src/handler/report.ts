import { isWeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'

const hour = 60 * 60_000

/**
 * The time of the last log of each topic. For the whole process, because some programs create a handler for each
 * request.
 */
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/** Reports a failure to `onError`, or to `console.error` if there is no `onError` or it fails. Never throws. */
export async function report(
  { onError }: Pick<CallbackHandlerOptions, 'onError'>,
  error: unknown,
  event?: CallbackEvent,
): Promise<void> {
  if (!onError) return log(error, event)
  try {
    await onError(error, event)
  } catch (failure) {
    logSparingly('onError', 'onError failed', failure)
    log(error, event)
  }
}

/**
 * Logs every failure with an event, which only WeCom can send. Strangers can cause the others, so these must not fill
 * the disk.
 */
function log(error: unknown, event: CallbackEvent | undefined): void {
  if (event) {
    const name = event.ChangeType ?? event.Event ?? event.InfoType ?? 'an unknown event'
    console.error(`@wecom/callback: handling ${name} failed:`, error)
  } else if (isWeComCallbackError(error)) {
    logSparingly(error.kind, error.summary)
  } else {
    logSparingly('request', 'a request failed', error)
  }
}

/** Logs a topic once an hour, with the number of failures in between. */
function logSparingly(topic: string, what: string, ...error: readonly unknown[]): void {
  const now = performance.now()
  const last = logged.get(topic)
  if (last && now - last.at < hour) {
    last.unlogged++
    return
  }
  logged.set(topic, { at: now, unlogged: 0 })
  const others = last?.unlogged ? `; ${last.unlogged} more since the last such line` : ''
  console.error(`@wecom/callback: ${what} (logged once an hour${others})`, ...error)
}
