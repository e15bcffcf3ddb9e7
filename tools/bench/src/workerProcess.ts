// Works for a corp as one of several workers, in a process of its own.
import { callLimiter, corpToken, createClient } from '@wecom/core'
import { createSyncWorker } from '@wecom/sync'
import type { Syncer } from './Syncer.ts'

/** A message to the parent process: `page` after this process has read a page, `report` after it has ended a run. */
export type WorkerNews = { readonly is: 'page' } | { readonly is: 'report'; readonly ok: boolean }

process.once('message', (syncer: Syncer) => void start(syncer))
process.on('disconnect', () => process.exit())

function send(news: WorkerNews): void {
  process.send?.(news)
}

async function start({ url, corpId, secret, file }: Syncer): Promise<void> {
  // Two processes stay below five calls of one endpoint at once.
  const limiter = callLimiter({ concurrency: 2 })
  const client = createClient({ baseUrl: url, token: corpToken({ corpId, secret }), limiter })
  await createSyncWorker({
    store: `sqlite:${file}`,
    corps: [corpId],
    clientOf: () => client,
    onProgress: () => send({ is: 'page' }),
    onReport: ({ ok }) => send({ is: 'report', ok }),
    onError: (error) => {
      throw error
    },
  })
}
