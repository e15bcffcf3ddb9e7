import {
  type CallbackEvent,
  type CallbackHandlerOptions,
  type EventName,
  type EventNamed,
  eventTime,
} from '@wecom/callback'
import { hash } from 'node:crypto'
import type { SyncContext } from '../context.ts'
import { markDirty } from '../reads/dirty.ts'
import { writeFacts } from '../reads/facts.ts'
import { cleanText, reasonOf } from '../rows/clean.ts'
import { corpOf, namesOf, readsOf } from './events.ts'

/** Further facts about an event. The event handler gets them as its second argument. */
export interface InboxContext {
  /**
   * Id of the event. The id is the same if WeCom delivers the event twice. It is also the same if your handler is
   * called again after a failure. Use the id as a key for work that must be done only once.
   */
  readonly id: string
  /** Id of the corp in which the event happened. */
  readonly corpId: string
}

/** Event handlers. Each key is the name of an event, as in the option `on` of `createCallbackHandler`. */
export type InboxHandlers = {
  readonly [Name in EventName]?: ((event: EventNamed<Name>, context: InboxContext) => unknown) | undefined
}

export interface InboxOptions {
  /**
   * Function that sends the welcome message to a new customer. It is called as soon as an event with a welcome code is
   * stored, because WeCom accepts the code only for 20 seconds after the event. It is called at most once per event,
   * even if it fails.
   */
  readonly welcome?: ((event: CallbackEvent, context: InboxContext) => unknown) | undefined
  /**
   * Event handlers that `drain` calls:
   * - `drain` calls a handler after it has read the changed data again, so the tables contain the change. If it cannot
   *   read the data within a minute after the event arrived, it calls the handler anyway.
   * - `drain` calls the handler at least once per event. If the handler throws, `drain` calls it again later. After 60
   *   failed calls, in about two days, `drain` gives up.
   * - A handler that throws does not delay other events.
   * - A handler that has not ended after four minutes counts as failed. `drain` does not stop it, so it may still be
   *   running when `drain` calls it again.
   */
  readonly on?: InboxHandlers | undefined
}

/**
 * Options that make `createCallbackHandler` store events in the database. Spread them into the options of
 * `createCallbackHandler`.
 */
export type Inbox = Required<Pick<CallbackHandlerOptions, 'onEvent' | 'dedupe'>> & { readonly waitUntil: undefined }

// WeCom waits about five seconds for the response, and storing the event also takes time.
const welcomeMs = 3_000

export function createInbox(context: SyncContext, { welcome }: InboxOptions, onStored: () => void): Inbox {
  return {
    // The table recognises repeated deliveries, also those that come to other processes.
    dedupe: { add: async () => true, delete: async () => {} },
    // An event is acknowledged when it is stored, not before.
    waitUntil: undefined,
    onEvent: async (event, { message }) => {
      const corp = corpOf(event)
      if (corp !== undefined && corp !== context.corpId) {
        throw new Error(`inbox: the event belongs to corp ${corp}, but these tables belong to corp ${context.corpId}`)
      }
      const id = hash('sha256', `${context.corpId}\n${message}`, 'base64url')
      const isNew = await storeEvent(context, id, event, message)
      // `onStored` must not throw: WeCom would deliver the event again, and `welcome` would never be called.
      onStored()
      if (isNew && welcome && 'welcome' in event && event.welcome) {
        await atMost(
          welcomeMs,
          callWelcome(context, id, () => welcome(event, { id, corpId: context.corpId })),
        )
      }
    },
  }
}

/**
 * Stores an event in the table `inbox`. In the same transaction, writes the facts that only events contain
 * (`writeFacts`), and marks the changed data, so that the sync reads it again later (`markDirty`). The transaction is
 * on disk when the promise resolves.
 *
 * @returns true if the event is new. If the event is already stored, the function only marks the changed data again,
 *   because WeCom may send the same message for two changes within one second.
 */
async function storeEvent(context: SyncContext, id: string, event: CallbackEvent, message: string): Promise<boolean> {
  const { database, corpId, time } = context
  await time.measure()
  const durable = await database.durable()
  return durable.transaction(async (connection) => {
    const now = new Date(time.now())
    const key = { corp_id: corpId, event_key: id }
    const isNew = (await connection.find('inbox', ['event_key'], [key])).length === 0
    const at = eventTime(event)
    if (isNew) {
      const row = { name: namesOf(event)[0] ?? '', received_at: now, event_at: at === undefined ? null : new Date(at) }
      const state = { message: cleanText(message), status: 'new', attempts: 0, due_at: now }
      await connection.insertNew('inbox', [{ ...key, ...row, ...state }])
      await connection.change('corps', { corp_id: corpId }, { last_event_at: now })
    }
    for (const { kind, item, changes } of readsOf(event)) {
      if (isNew) await writeFacts(connection, context, item, changes)
      await markDirty(connection, context, kind, [item], changes)
    }
    return isNew
  })
}

async function callWelcome({ database, corpId }: SyncContext, id: string, call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (error) {
    const reason = `welcome: ${reasonOf(error)}`
    await database.change('inbox', { corp_id: corpId, event_key: id }, { reason })
    throw error
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      // Its failure is kept with the event, and can no longer change the answer.
      work.catch(() => {})
      resolve()
    }, milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
