import { isApiError } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'
import type { ProxyOptions } from './ProxyOptions.ts'
import type { RefusalReason } from './Refusal.ts'

const hour = 60 * 60_000

/**
 * For each kind of failure: the time of its newest log line, and the number of failures since that line that were not
 * logged. All proxies of the process share the map, because some programs create a proxy for each request.
 */
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/**
 * Passes the event of a request to `onEvent`. If `onEvent` is missing or throws, failures are logged by
 * `console.error`. The promise never rejects.
 */
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

/**
 * Reasons of refusals that are failures of your `authorize`. Only identified callers can cause them. Each such refusal
 * is logged.
 */
const ownFaults: readonly RefusalReason[] = ['authorize_failed', 'authorize_timeout', 'narrowed_params']
/**
 * Reasons of refusals that are failures of your `authenticate`. Anybody can cause them without signing in. Such
 * refusals are logged at most once an hour, so that nobody can fill the disk.
 */
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

/**
 * Logs a failure, but each kind of failure at most once an hour. The line contains the number of failures of this kind
 * that were not logged since the last line.
 */
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
