import type { Command } from 'commander'
import { addConnectionOptions, connect, type ConnectionOptions } from '../connection/connect.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Surroundings } from '../Surroundings.ts'
import { addRetentionOptions, type RetentionOptions, retentionOf } from '../sync/retention.ts'
import { addStoreOption, type StoreOption, storeOf, usingStore } from '../sync/store.ts'
import { showProgress } from '../sync/progress.ts'
import { renderReport } from '../sync/renderReport.ts'

const about = `Reads a corp into tables: members, customers, follow relations, tags, contact ways, group chats.

The next sync writes what has changed, and marks what WeCom no longer returns as ended. A sync that was stopped resumes.

On a terminal it shows a progress bar, otherwise it prints lines of JSON.`

export function configureSync(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { out, err, onStop } = surroundings
  command.description(about)
  addStoreOption(command)
  command.option(
    '--accept-missing',
    'end rows, and accept missing members, although suspiciously many are missing (default: report a gap)',
  )
  addRetentionOptions(command)
  addConnectionOptions(command)
  command.action(async (options: ConnectionOptions & StoreOption & RetentionOptions & { acceptMissing?: true }) => {
    const store = await storeOf(options, surroundings)
    const { client, corpId } = await connect(options, surroundings)
    const stop = new AbortController()
    onStop?.(() => stop.abort())
    await usingStore(store, async () => {
      const { openSync } = await import('@wecom/sync')
      const sync = await openSync(store.url, { client, corpId, retention: retentionOf(options) })
      try {
        const progress = showProgress(surroundings)
        const { acceptMissing } = options
        const report = await sync
          .run({ signal: stop.signal, onProgress: progress.show, acceptMissing })
          .finally(progress.end)
        out.write(renderReport(report, store.name, out))
        if (!report.complete) {
          err.write('Stopped. The tables contain all pages that were read. Run the command again to resume.\n')
        }
        exit(report.complete ? (report.ok ? 0 : exitCodes.gaps) : exitCodes.stopped)
      } finally {
        await sync.close()
      }
    })
  })
}
