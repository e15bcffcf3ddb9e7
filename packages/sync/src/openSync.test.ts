import { createClient } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSync } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-sync-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = `sqlite:${join(folder, 'corp.db')}`

const corp = createFakeCorp({ startAt: 'now', clock: 'running' })
const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
const { corpId } = corp

test('default: opens a file, runs, and opens it again', async () => {
  const first = await openSync(store, { client, corpId })
  expect(await first.run()).toMatchObject({ ok: true, complete: true, gaps: [] })
  await first.close()
  const second = await openSync(store, { client, corpId })
  const ids: number[] = []
  for await (const { id } of second.changes()) ids.push(id)

  expect(ids.length).toBeGreaterThan(60)
  await second.close()
})

test('behavior: a database holds several corps', async () => {
  const other = createFakeCorp({ corpId: 'wwother', state: { generate: { members: 2, customers: 5 } } })
  const otherClient = createClient({ token: other.token, fetch: other.fetch, strict: true })
  const [one, two] = [
    await openSync(store, { client, corpId }),
    await openSync(store, { client: otherClient, corpId: 'wwother' }),
  ]
  await two.run()
  expect(await one.run()).toMatchObject({ ok: true, gaps: [] })
  const kinds: string[] = []
  for await (const { kind } of two.changes()) kinds.push(kind)

  expect(kinds.filter((kind) => kind === 'customers.created')).toHaveLength(5)
  expect(kinds.filter((kind) => kind.endsWith('.ended'))).toEqual([])
  await Promise.all([one.close(), two.close()])
})

test('error: the tables of an app of another kind are refused', async () => {
  await expect(openSync(store, { client, corpId, appKind: 'third-party' })).rejects.toMatchObject({
    kind: 'other-app',
    message: `appKind: the tables of ${corpId} contain the ids of a self-built app, got third-party; use another database for this app`,
  })
})

test('error: settings that cannot work are refused', async () => {
  await expect(openSync('sqlite::memory:', { client, corpId, retention: { changesMs: 0 } })).rejects.toThrow(
    'openSync: retention.changesMs must be a positive number, got 0',
  )
  for (const wrong of [undefined, '']) {
    await expect(openSync('sqlite::memory:', { client, corpId: wrong as string })).rejects.toThrow(
      new RangeError(`openSync: corpId must be 1 to 128 ASCII characters, got ${JSON.stringify(wrong)}`),
    )
  }
  const sync = await openSync('sqlite::memory:', { client, corpId })

  await expect(sync.run({ concurrency: 0 })).rejects.toThrow('run: concurrency must be a positive integer, got 0')
  await expect(sync.drain({ maxMs: NaN })).rejects.toThrow('drain: maxMs must be a positive number, got NaN')
  await sync.close()
})

test('behavior: close may be called again', async () => {
  const sync = await openSync('sqlite::memory:', { client, corpId })
  await Promise.all([sync.close(), sync.close()])

  await expect(sync.close()).resolves.toBeUndefined()
})
