import { createFakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { act, actionNames } from '../fixtures/actions.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { openWorld } from '../fixtures/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-sync-'))
afterAll(() => rmSync(folder, { recursive: true }))

const kills = 20

test('behavior: a process that is killed leaves a file with which the next one goes on', async () => {
  const corp = createFakeCorp({ startAt: 'now', state: { generate: { members: 2, customers: 150 } }, pageSize: 3 })
  for (const name of ['memberOpensGroup', 'wayIsCreated', 'adminCreatesTags'] as const)
    await act(corp, { name, itemIndex: 1 })
  const server = await listen(corp)
  const file = join(folder, 'corp.db')
  const store = `sqlite:${file}`
  let killed = 0
  let processes = 0
  while (killed < kills) {
    // Some get to the end of a run before the kill.
    expect(++processes).toBeLessThan(2 * kills)
    const program = fileURLToPath(new URL('../fixtures/killedProcess.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--conditions=@wecom/source', '--disable-warning=ExperimentalWarning', program, server.url, corp.corpId, store],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const exit = once(child, 'exit') as Promise<[number | null, string | null]>
    // The kill meets whatever the process does while, or shortly after, this call is answered.
    const at = 1 + ((processes * 7) % 20)
    const before = corp.journal.list().length
    while (child.exitCode === null && corp.journal.list().length < before + at)
      await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGKILL')
    const [code, signal] = await exit
    if (signal === 'SIGKILL') killed++
    else expect(code).toBe(0)
    // The lease of a killed process has to end, in the time of this machine.
    const database = await openDatabase(store)
    await database.check()
    await database.execute(
      database.build
        .updateTable('wecom_slices')
        .set({ leased_until: new Date(0) })
        .compile(),
    )
    await database.close()
    corp.journal.clear()
    corp.clock.advance(1_000)
    await act(corp, { name: actionNames[processes % actionNames.length] ?? 'memberEditsRemark', itemIndex: processes })
  }
  await server.close()

  corp.clock.advance({ days: 2 })
  const { sync, database } = await openWorld(corp, { store })
  expect(await sync.run()).toMatchObject({ ok: true, complete: true, gaps: [] })
  expect(await tablesOf(database)).toEqual(modelOf(corp))
  await sync.close()
}, 240_000)
