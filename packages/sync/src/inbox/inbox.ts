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
import { cleanText } from '../rows/clean.ts'
import { corpOf, namesOf, readsOf } from './events.ts'
import { writeFacts } from './facts.ts'

/** The context of an event for its handler. */
export interface InboxContext {
  /** The same for every delivery and every attempt: a key for what must be done once. */
  readonly id: string
  /** The corp that the event is of. */
  readonly corpId: string
}

/** A handler for each name, as with `createCallbackHandler`. */
export type InboxHandlers = {
  readonly [Name in EventName]?: ((event: EventNamed<Name>, context: InboxContext) => unknown) | undefined
}

export interface InboxOptions {
  /**
   * Sends the welcome message. Called at once, when the event is stored, since WeCom takes the code for 20 seconds only.
   * Called once at most, and never again after a failure.
   */
  readonly welcome?: ((event: CallbackEvent, context: InboxContext) => unknown) | undefined
  /**
   * Handles events in `drain`, after the tables show what the event tells, at least once each. One that throws is called
   * again after growing waits, and stops neither reads nor other events.
   */
  readonly on?: InboxHandlers | undefined
}

/** The options of `createCallbackHandler` that the inbox fills. */
export type Inbox = Required<Pick<CallbackHandlerOptions, 'onEvent' | 'dedupe'>> & { readonly waitUntil: undefined }

/** WeCom waits for about five seconds, of which the handler takes four; the rest is for the database. */
const welcomeMs = 3_000

/** @param onStored - told when an event is stored. Must not throw. */
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
 * Stores an event, what it tells, and what has to be read again, in one transaction that has reached the disk.
 *
 * @returns false for a repeated delivery. It still marks what to read: two real changes of one second have the same text.
 */
async function storeEvent(context: SyncContext, id: string, event: CallbackEvent, message: string): Promise<boolean> {
  const { database, corpId, time } = context
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
      await writeFacts(connection, context, event)
      await connection.change('corps', { corp_id: corpId }, { last_event_at: now })
    }
    for (const { kind, item, expected } of readsOf(event)) {
      await markDirty(connection, context, kind, [item], { expected })
    }
    return isNew
  })
}

/** Calls the welcome handler; its failure is kept with the event. */
async function callWelcome({ database, corpId }: SyncContext, id: string, call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (error) {
    const reason = `welcome: ${error instanceof Error ? error.message : String(error)}`
    await database.change('inbox', { corp_id: corpId, event_key: id }, { reason: cleanText(reason) })
    throw error
  }
}

/** Waits for the work, but not for longer than `milliseconds`; the work goes on all the same. */
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
