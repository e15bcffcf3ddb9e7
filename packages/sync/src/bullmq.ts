import { type ConnectionOptions, Queue, Worker } from 'bullmq'
import { tellError } from './tellError.ts'
import type { Wakeups } from './wakeups.ts'

export type { Wakeups } from './wakeups.ts'

export interface BullmqOptions {
  /**
   * Connection to Redis in the form that BullMQ accepts: `{ url: 'redis://127.0.0.1:6379' }`,
   * `{ host, port, password }`, or a client of ioredis.
   */
  readonly connection: ConnectionOptions
  /**
   * Name of the BullMQ queue. Use the same name in all workers of one database, and in all processes that store events
   * in this database. Workers receive no messages from a queue with another name. Default: `wecom-sync`.
   */
  readonly queue?: string | undefined
  /**
   * Listener for failures of Redis. It is called at most once a minute. While Redis fails, no work is lost, because
   * workers also check the database at regular intervals.
   */
  readonly onError?: ((error: unknown) => unknown) | undefined
}

const closeMs = 2_000
const tellEveryMs = 60_000

/**
 * Creates an object that sends messages to workers through BullMQ 6 and Redis, to wake the workers. Pass the object as
 * the option `wakeups`: to `openSync` in processes that receive events, and to `createSyncWorker` in workers. When an
 * event is stored, one worker wakes up and handles the event at once. Without these messages, a worker finds the event
 * when it next checks the database.
 *
 * The messages contain only the corp id. All work is stored in the database. So if Redis loses its data, work is
 * delayed but not lost.
 *
 * @example
 * const connection = { url: 'redis://127.0.0.1:6379' }
 * // In a process that receives events:
 * const sync = await openSync(store, { client, corpId, wakeups: bullmq({ connection }) })
 * // In a worker:
 * const worker = await createSyncWorker({ store, clientOf, wakeups: bullmq({ connection }) })
 */
export function bullmq({ connection, queue: name = 'wecom-sync', onError }: BullmqOptions): Wakeups {
  let queue: Queue | undefined
  let worker: Worker | undefined
  // Ids of corps for which `wake` is sending a message to Redis. Meanwhile, `wake` sends no second message for the
  // corp, so that messages do not pile up while Redis is unavailable.
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
      // At most one message per corp waits in the queue. If a worker is handling a message of the corp, BullMQ keeps
      // the new message and queues it afterwards.
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
