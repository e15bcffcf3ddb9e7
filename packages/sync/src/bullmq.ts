import { type ConnectionOptions, Queue, Worker } from 'bullmq'
import { tellError } from './tellError.ts'
import type { Wakeups } from './wakeups.ts'

export type { Wakeups } from './wakeups.ts'

export interface BullmqOptions {
  /** As BullMQ takes it: `{ url: 'redis://127.0.0.1:6379' }`, `{ host, port, password }`, or a client of ioredis. */
  readonly connection: ConnectionOptions
  /** The name of the queue. Workers and inboxes of one database use the same. Default `wecom-sync`. */
  readonly queue?: string | undefined
  /** Told when Redis fails, at most once a minute. Nothing is lost then: workers find the work when they look. */
  readonly onError?: ((error: unknown) => unknown) | undefined
}

/** How long Redis may take to say goodbye. */
const closeMs = 2_000
const tellEveryMs = 60_000

/**
 * Wake-ups over BullMQ 6 and Redis: an event that `inbox` has stored is read at once, by one of the workers, in place of
 * when they look next. The jobs hold the corpid only; the database holds the work. A flushed Redis costs delay, never data.
 *
 * @example
 * const wakeups = bullmq({ connection: { url: 'redis://127.0.0.1:6379' } })
 * const worker = await createSyncWorker({ store, clientOf, wakeups })
 */
export function bullmq({ connection, queue: name = 'wecom-sync', onError }: BullmqOptions): Wakeups {
  let queue: Queue | undefined
  let worker: Worker | undefined
  /** Corps whose wake-up is on its way to Redis, so that an outage does not pile them up. */
  const onTheirWay = new Set<string>()
  let toldAt = -Infinity
  const tell = (error: unknown): void => {
    if (performance.now() - toldAt < tellEveryMs) return
    toldAt = performance.now()
    tellError('waking workers', error, onError && (() => onError(error)))
  }

  return {
    wake: (corpId) => {
      if (onTheirWay.has(corpId)) return
      onTheirWay.add(corpId)
      queue ??= new Queue(name, { connection }).on('error', tell)
      // A wake-up that comes while a worker answers one makes another; those that wait are one for each corp.
      const deduplication = { id: corpId, keepLastIfActive: true }
      queue
        .add('wake', { corpId }, { deduplication, removeOnComplete: true, removeOnFail: true })
        .catch(tell)
        .finally(() => onTheirWay.delete(corpId))
    },
    listen: (listener) => {
      const answer = async ({ data }: { readonly data: { readonly corpId: string } }): Promise<void> =>
        listener(data.corpId)
      worker = new Worker(name, answer, { connection }).on('error', tell)
    },
    close: async () => {
      const farewell = Promise.all([worker?.close(), queue?.close()]).catch(tell)
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise((resolve) => (timer = setTimeout(resolve, closeMs, 'late')))
      if ((await Promise.race([farewell, late])) === 'late') {
        void Promise.all([worker?.disconnect(), queue?.disconnect()]).catch(tell)
      }
      clearTimeout(timer)
    },
  }
}
