import { isWeComCallbackError } from '../errors/WeComCallbackError.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions } from './CallbackHandlerOptions.ts'

const hour = 60 * 60_000

// For each kind of failure: the time of the newest log line, and the number of failures since then. All callback
// handlers of the process share the map, because some programs create a callback handler for each request.
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/** Passes a failure to the option `onError`, or logs it. The promise never rejects, so callers need not await it. */
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

function log(error: unknown, event: CallbackEvent | undefined): void {
  // Only WeCom can send events, so a failure with an event is logged every time. Strangers can cause all other failures
  // and could fill the disk, so these failures are logged once an hour per kind.
  if (event) {
    const name = event.ChangeType ?? event.Event ?? event.InfoType ?? 'an unknown event'
    print(`@wecom/callback: handling ${name} failed:`, error)
  } else if (isWeComCallbackError(error)) {
    logSparingly(error.kind, error.summary)
  } else {
    logSparingly('request', 'a request failed', error)
  }
}

function logSparingly(topic: string, what: string, ...error: readonly unknown[]): void {
  const now = performance.now()
  const last = logged.get(topic)
  if (last && now - last.at < hour) {
    last.unlogged++
    return
  }
  logged.set(topic, { at: now, unlogged: 0 })
  const others = last?.unlogged ? `; ${last.unlogged} more since the last such line` : ''
  print(`@wecom/callback: ${what} (logged once an hour${others})`, ...error)
}

function print(line: string, ...error: readonly unknown[]): void {
  for (const parts of [[line, ...error], [line]]) {
    try {
      console.error(...parts)
      return
    } catch {
      // The error cannot be printed, because one of its fields throws, or the console is broken.
    }
  }
}
