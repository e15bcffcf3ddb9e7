import { type CallbackEvent, parseEvent } from '@wecom/callback'
import type { SyncContext } from '../context.ts'
import { reasonOf, toMs } from '../rows/clean.ts'
import { type Claim, release, waitAfter } from '../reads/claims.ts'
import { writeFacts } from '../reads/facts.ts'
import { namesOf, readsOf } from './events.ts'
import type { InboxContext, InboxHandlers } from './inbox.ts'

export type EventResult = 'done' | 'waits' | 'failed'

const maxWaitMs = 60_000
const againMs = 200
// All waits between these calls together take more than two days.
const maxAttempts = 60
// Must be shorter than the lease of the event. Otherwise another worker would call the handler at the same time.
const maxHandlerMs = 4 * 60_000

/**
 * Calls the handler of an event after the changed data has been read again, so that the handler finds the change in the
 * tables. If the data has not been read again yet, does not call the handler and returns `waits`. If the data has still
 * not been read one minute after the event arrived, calls the handler anyway.
 */
export async function handleEvent(context: SyncContext, claim: Claim, on: InboxHandlers): Promise<EventResult> {
  const { database, time } = context
  const now = time.now()
  const event = parseEvent(String(claim.row['message']))
  const id = String(claim.row['event_key'])
  const waitsUntil = await readsPending(context, event)
  const latest = toMs(claim.row['received_at'] as Date | string) + maxWaitMs
  if (waitsUntil !== undefined && now < latest) {
    // The read may be due much later, because WeCom can refuse calls for an hour.
    const due_at = new Date(Math.min(Math.max(waitsUntil, now + againMs), latest))
    await release(database, 'inbox', claim, { due_at })
    return 'waits'
  }
  // The row of `dirty` may have lost the facts: a migration cleared it, or `drain` gave up the read. A later attempt
  // could overwrite the facts of a newer event.
  if (claim.attempts === 0) {
    await database.transaction(async (connection) => {
      for (const { item, changes } of readsOf(event)) await writeFacts(connection, context, item, changes)
    })
  }
  try {
    await atMost(maxHandlerMs, async () => handlerOf(on, event)?.(event, { id, corpId: context.corpId }))
  } catch (error) {
    const attempts = claim.attempts + 1
    await release(database, 'inbox', claim, {
      status: attempts < maxAttempts ? 'new' : 'failed',
      due_at: new Date(time.now() + waitAfter(attempts)),
      attempts,
      reason: reasonOf(error),
    })
    return 'failed'
  }
  await release(database, 'inbox', claim, { status: 'done', done_at: new Date(time.now()) })
  return 'done'
}

async function atMost(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`the handler did not end within ${milliseconds / 1000} seconds`)
    timer = setTimeout(reject, milliseconds, error)
    // A process that closes its worker must not wait for this time.
    timer.unref()
  })
  try {
    await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}

async function readsPending({ database, corpId }: SyncContext, event: CallbackEvent): Promise<number | undefined> {
  const keys = readsOf(event).map(({ kind, item }) => ({ corp_id: corpId, kind, item }))
  if (keys.length === 0) return undefined
  const rows = await database.find('dirty', ['due_at'], keys)
  return rows.length === 0 ? undefined : Math.max(...rows.map((row) => toMs(row['due_at'] as Date | string)))
}

function handlerOf(
  on: InboxHandlers,
  event: CallbackEvent,
): ((event: CallbackEvent, context: InboxContext) => unknown) | undefined {
  // The type of `on` knows that a handler fits its event; here the name may be any.
  const handlers = on as Readonly<
    Record<string, ((event: CallbackEvent, context: InboxContext) => unknown) | undefined>
  >
  const name = namesOf(event).find((each) => handlers[each])
  return name === undefined ? undefined : handlers[name]
}
