import type { ProxyEvent } from './ProxyEvent.ts'
import type { ProxyOptions } from './ProxyOptions.ts'
import type { RefusalReason } from './Refusal.ts'

const hour = 60 * 60_000

/** When a topic was logged last. For all proxies of the process, because some are created for each request. */
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/**
 * Tells `onEvent` how a request ended. If there is no `onEvent`, or it fails itself, `console.error` gets what failed.
 * Never throws.
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
    logSparingly('onEvent', 'onEvent failed', failure)
    log(event)
  }
}

/** What failed by the server's own fault, at the hand of somebody who is signed in. */
const ownFaults: readonly RefusalReason[] = ['authorize_failed', 'authorize_timeout', 'narrowed_params']
/** Also the server's own fault, but strangers can cause it, and must not fill the disk. */
const faultsForStrangers: readonly RefusalReason[] = ['authenticate_failed', 'authenticate_timeout']

function log(event: ProxyEvent): void {
  // A caller who hung up is no failure.
  if (event.type === 'failed' && event.status !== 499) {
    console.error(`@wecom/proxy: ${event.endpoint} failed, answered with ${event.status}:`, event.error)
  }
  if (event.type !== 'refused') return
  const { reason, endpoint, error, issue } = event
  const details = [error, issue && `${issue.path} ${issue.message}`.trim()].filter((detail) => detail !== undefined)
  if (faultsForStrangers.includes(reason)) logSparingly(reason, reason, ...details)
  if (ownFaults.includes(reason)) console.error(`@wecom/proxy: ${endpoint}: ${reason}`, ...details)
}

/** Logs a topic once an hour, with the number of times that it was not logged in between. */
function logSparingly(topic: string, what: string, ...details: readonly unknown[]): void {
  const now = performance.now()
  const last = logged.get(topic)
  if (last && now - last.at < hour) {
    last.unlogged++
    return
  }
  logged.set(topic, { at: now, unlogged: 0 })
  const others = last?.unlogged ? `; ${last.unlogged} more since the last such line` : ''
  console.error(`@wecom/proxy: ${what} (logged once an hour${others})`, ...details)
}
