import { inspect } from 'node:util'
import type { Command } from 'commander'
import { addConnectionOptions, connect, type ConnectionOptions } from '../connection/connect.ts'
import { describeError } from '../describeError.ts'
import { exitCodes } from '../exitCodes.ts'
import { UsageError } from '../ProgramError.ts'
import { toJsonLine } from '../output/outputOption.ts'
import type { StopReason, Surroundings } from '../Surroundings.ts'
import { renderReport } from '../sync/renderReport.ts'
import { addRetentionOptions, type RetentionOptions, retentionOf } from '../sync/retention.ts'
import { addStoreOption, type Store, type StoreOption, storeOf, toProgramError, usingStore } from '../sync/store.ts'

const about = `Keeps the tables of a corp current until you stop it. It makes a full run every night. In between it reads again what
has changed according to events. Several workers on one database share the work.

A callback handler in your own program must store the events in the tables: see the README of @wecom/sync.`

interface WorkerOptions extends ConnectionOptions, StoreOption, RetentionOptions {
  readonly nightly: string
}

const closeMs = 25_000

export function configureWorker(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { out, err } = surroundings
  command.description(about).option('--nightly <time>', 'time of the full run in China, e.g. 02:30', '02:00')
  addStoreOption(command)
  addRetentionOptions(command)
  addConnectionOptions(command)
  command.action(async ({ nightly, ...options }: WorkerOptions) => {
    const store = await storeOf(options, surroundings)
    const { client, corpId } = await connect(options, surroundings)
    const stopped = new Promise<StopReason>((resolve) => surroundings.onStop?.(resolve))
    await usingStore(store, async () => {
      const { createSyncWorker } = await import('@wecom/sync')
      const worker = await createSyncWorker({
        store: store.url,
        corps: [corpId],
        clientOf: (one) => (one === corpId ? client : undefined),
        nightly,
        retention: retentionOf(options),
        onReport: (report) => out.write(renderReport(report, store.name, out)),
        onError: (error) => err.write(`wecom-contact: ${lineOf(error, store)}\n`),
      }).catch((error: unknown) => {
        if (!(error instanceof RangeError)) throw error
        throw new UsageError(error.message.replace('createSyncWorker: nightly', '--nightly:'))
      })
      out.write(
        out.isTerminal
          ? `Keeps ${corpId} current in ${store.name}, with a full run at ${nightly} in China. Stop it with Ctrl+C.\n`
          : toJsonLine({ type: 'started', corpId, nightly }),
      )
      const reason = await stopped
      const hasEnded = await worker.close({ timeoutMs: closeMs })
      err.write(
        hasEnded
          ? 'Stopped. Other workers can continue.\n'
          : 'Stopped. Other workers can continue when the leases of this worker expire.\n',
      )
      exit(!hasEnded ? exitCodes.failure : reason === 'output' ? exitCodes.stopped : 0)
    })
  })
}

function lineOf(error: unknown, store: Store): string {
  // The stack of an unknown error, because it is a bug.
  return describeError(toProgramError(error, store))?.line ?? inspect(error)
}
