import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from './ask.ts'
import type { Syncer, SyncSample } from './Syncer.ts'
import { type MockReady, withMock } from './withMock.ts'

export interface SyncCost {
  /** The cost of sync runs that start with an empty database. */
  readonly first: readonly SyncSample[]
  /** The cost of sync runs in which nothing had changed. */
  readonly unchanged: readonly SyncSample[]
  /** The cost of sync runs in which nothing had changed, with a client that uses `undiciTransport`. */
  readonly unchangedOverUndici: readonly SyncSample[]
  /** The cost of a loop that requests and parses all pages of customers, and stores nothing. */
  readonly bare: readonly SyncSample[]
}

/**
 * Number of first runs (sync runs into an empty database) that are measured for each corp. The number is small, because
 * first runs take the longest.
 */
const firstRuns = 3

/**
 * Syncs two generated corps from `wecom-mock` into SQLite. First measures runs into empty databases. Then measures
 * `rounds` rounds. In each round, both corps have a run without changes, the same run over undici, and a loop that only
 * requests and parses the pages. So other load on the machine affects both corps alike.
 *
 * @param sizes - numbers of customers.
 * @returns the cost of each corp. In the lists of samples, the index is the number of the round, or of the first run.
 */
export function measureSyncs(sizes: readonly [number, number], rounds: number): Promise<[SyncCost, SyncCost]> {
  return withMock(optionsOf(sizes[0]), (one) =>
    withMock(optionsOf(sizes[1]), (other) =>
      inFolder(async (folder) => {
        const corps = [openCorp(one, join(folder, 'one')), openCorp(other, join(folder, 'other'))] as const
        try {
          for (let run = 0; run < firstRuns; run++) for (const corp of corps) await corp.runFirst()
          for (const corp of corps) await corp.warmUp()
          for (let round = 0; round < rounds; round++) for (const corp of corps) await corp.runRound()
          return [corps[0].cost, corps[1].cost]
        } finally {
          for (const corp of corps) corp.close()
        }
      }),
    ),
  )
}

function optionsOf(customers: number): string[] {
  return ['--members', '1000', '--customers', String(customers)]
}

interface MeasuredCorp {
  readonly cost: SyncCost
  readonly runFirst: () => Promise<void>
  readonly warmUp: () => Promise<void>
  readonly runRound: () => Promise<void>
  readonly close: () => void
}

/**
 * Returns functions that sync the fake corp of `mock` in other processes. `runFirst` makes a first sync run into an empty
 * database. `runRound` makes one run of each kind without changes. Both measure the runs, and add the samples to the
 * field `cost` of the result.
 *
 * @param file - beginning of the paths of the SQLite files. With `folder/one`, the first runs write `folder/one0.db`,
 *   `folder/one1.db` and so on, and the runs over undici write `folder/one-undici.db`.
 */
function openCorp(mock: MockReady, file: string): MeasuredCorp {
  const cost = {
    first: [] as SyncSample[],
    unchanged: [] as SyncSample[],
    unchangedOverUndici: [] as SyncSample[],
    bare: [] as SyncSample[],
  }
  const bare = startProcess('syncProcess.ts')
  const overUndici = startProcess('syncProcess.ts')
  let sync: ChildProcess | undefined
  return {
    cost,
    runFirst: async () => {
      sync?.disconnect()
      sync = startProcess('syncProcess.ts')
      await ask(sync, { way: 'sync', ...mock, file: `${file}${cost.first.length}.db` } satisfies Syncer)
      cost.first.push(await walk(sync))
    },
    warmUp: async () => {
      await ask(bare, { way: 'bare', ...mock, file } satisfies Syncer)
      // The first of these runs fills the file.
      await ask(overUndici, { way: 'sync over undici', ...mock, file: `${file}-undici.db` } satisfies Syncer)
      await walk(overUndici)
      for (const child of [bare, sync, overUndici]) await walk(child)
    },
    runRound: async () => {
      cost.unchanged.push(await walk(sync))
      cost.unchangedOverUndici.push(await walk(overUndici))
      cost.bare.push(await walk(bare))
    },
    close: () => {
      for (const child of [bare, sync, overUndici]) if (child?.connected) child.disconnect()
    },
  }
}

function walk(child: ChildProcess | undefined): Promise<SyncSample> {
  if (!child) throw new Error('no first run came before')
  return ask<SyncSample>(child, {})
}

/**
 * Sends events to the inbox of `@wecom/sync`, each about a change of one customer. Returns one duration per event, in
 * milliseconds: from the HTTP response of the inbox until the changed customer is in the database.
 */
export function measureEvents(): Promise<number[]> {
  return withMock(['--members', '5', '--customers', '500'], (mock) =>
    inFolder(async (folder) => {
      const child = startProcess('eventProcess.ts')
      try {
        return await ask<number[]>(child, { way: 'sync', ...mock, file: join(folder, 'corp.db') } satisfies Syncer)
      } finally {
        if (child.connected) child.disconnect()
      }
    }),
  )
}

export function startProcess(module: string): ChildProcess {
  return fork(fileURLToPath(new URL(module, import.meta.url)))
}

export async function inFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wecom-bench-'))
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
