import { isApiError } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'
import type { ProxyOptions } from './ProxyOptions.ts'
import type { RefusalReason } from './Refusal.ts'

const hour = 60 * 60_000

// For each kind of failure: the time of the newest log line, and the number of failures since then. All proxies of the
// process share the map, because some programs create a proxy for each request.
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/** Passes an event to the option `onEvent`, or logs it. The promise never rejects, so callers need not await it. */
export async function report(
  { onEvent }: Pick<ProxyOptions, 'onEvent'>,
  event: ProxyEvent,
  request: Request,
): Promise<void> {
  if (!onEvent) return log(event)
  try {
    await onEvent(event, request)
  } catch (failure) {
    logSparingly('onEvent failed', failure)
    log(event)
  }
}

// Failures of `authorize`. Only identified callers can cause them, so each failure is logged.
const ownFaults: readonly RefusalReason[] = ['authorize_failed', 'authorize_timeout', 'narrowed_params']
// Failures of `authenticate`. Anybody can cause them without signing in. They are logged at most once an hour, so that
// nobody can fill the disk.
const faultsForStrangers: readonly RefusalReason[] = ['authenticate_failed', 'authenticate_timeout']

function log(event: ProxyEvent): void {
  // A disconnected caller is not a failure.
  if (event.type === 'failed' && event.status !== 499) {
    // WeCom refused the call, and the caller gets its errcode: a line is enough.
    if (isApiError(event.error)) console.error(`@wecom/proxy: ${event.error.summary}`)
    else console.error(`@wecom/proxy: ${event.endpoint} failed, the caller got status ${event.status}:`, event.error)
  }
  if (event.type !== 'refused') return
  const { reason, endpoint, error, issue } = event
  const details = [error, issue && `${issue.path} ${issue.message}`.trim()].filter((detail) => detail !== undefined)
  if (faultsForStrangers.includes(reason)) logSparingly(reason, ...details)
  if (ownFaults.includes(reason)) console.error(`@wecom/proxy: ${endpoint}: ${reason}`, ...details)
}

function logSparingly(what: string, ...details: readonly unknown[]): void {
  const now = performance.now()
  const last = logged.get(what)
  if (last && now - last.at < hour) {
    last.unlogged++
    return
  }
  logged.set(what, { at: now, unlogged: 0 })
  const others = last?.unlogged ? `; ${last.unlogged} more since the last such line` : ''
  console.error(`@wecom/proxy: ${what} (logged once an hour${others})`, ...details)
}
