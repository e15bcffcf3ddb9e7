import { isApiError } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'
import type { ProxyOptions } from './ProxyOptions.ts'
import type { RefusalReason } from './Refusal.ts'

const hour = 60 * 60_000

/**
 * The time of the last log of each topic. It applies to the whole process, because some programs create a proxy for
 * each request.
 */
const logged = new Map<string, { readonly at: number; unlogged: number }>()

/**
 * Reports the end of a request to `onEvent`. If there is no `onEvent`, or it fails, logs failures by `console.error`.
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

/** Reasons for faults of the server that only signed-in callers can cause. */
const ownFaults: readonly RefusalReason[] = ['authorize_failed', 'authorize_timeout', 'narrowed_params']
/**
 * Reasons for faults of the server that strangers can cause. They are logged sparingly, so that strangers cannot fill
 * the disk.
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
  if (faultsForStrangers.includes(reason)) logSparingly(reason, reason, ...details)
  if (ownFaults.includes(reason)) console.error(`@wecom/proxy: ${endpoint}: ${reason}`, ...details)
}

/** Logs a topic once an hour, with the number of failures in between. */
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
