import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from './ask.ts'
import type { Syncer, SyncSample } from './Syncer.ts'
import { type MockReady, withMock } from './withMock.ts'

export interface SyncCost {
  readonly first: SyncSample
  /** The cost of sync runs in which nothing had changed. */
  readonly unchanged: readonly SyncSample[]
  /** The cost of the loop that only requests and parses the pages, measured after each run in `unchanged`. */
  readonly bare: readonly SyncSample[]
}

/**
 * Syncs a generated corp from `wecom-mock` into SQLite. It first measures one run into an empty database. Then it
 * measures runs without changes, and a loop that only requests and parses the pages.
 */
export function measureSync(customers: number, rounds: number): Promise<SyncCost> {
  const size = ['--members', '1000', '--customers', String(customers)]
  return withMock(size, (mock) => inFolder((folder) => measure(mock, join(folder, 'corp.db'), rounds)))
}

async function measure(mock: MockReady, file: string, rounds: number): Promise<SyncCost> {
  const processes = (['sync', 'bare'] as const).map((way) => ({ way, child: startProcess('syncProcess.ts') }))
  try {
    for (const { way, child } of processes) await ask(child, { way, ...mock, file } satisfies Syncer)
    const walk = (way: Syncer['way']): Promise<SyncSample> => {
      const child = processes.find((each) => each.way === way)?.child
      if (!child) throw new Error(`no process goes ${way}`)
      return ask<SyncSample>(child, {})
    }
    const first = await walk('sync')
    await walk('bare')
    const unchanged: SyncSample[] = []
    const bare: SyncSample[] = []
    for (let round = 0; round < rounds; round++) {
      unchanged.push(await walk('sync'))
      bare.push(await walk('bare'))
    }
    return { first, unchanged, bare }
  } finally {
    for (const { child } of processes) if (child.connected) child.disconnect()
  }
}

/**
 * Returns how many milliseconds some events take, from the answer to WeCom until the customer of the event is in the
 * database.
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
