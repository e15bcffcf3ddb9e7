import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createFakeCorp } from '@wecom/mock'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runProgram } from '../fixtures/runProgram.ts'

let folder: string
let store: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'))
  store = `sqlite:${join(folder, 'corp.db')}`
})
afterEach(() => rm(folder, { recursive: true }))

test('default: runs the corp, and stops when it is told to', async () => {
  const { code, output, errors } = await runProgram(['worker', '--mock', '--to', store], {
    terminal: 80,
    stopAfter: 'Read into',
  })

  expect({ code, errors }).toEqual({ code: 0, errors: 'Stopped. Other workers can continue.\n' })
  expect(output).toContain('with a full run at 02:00 in China. Stop it with Ctrl+C.\n')
  expect(output).toContain('       42  follow relations\n')
})

test('behavior: a pipe gets lines of JSON', async () => {
  const args = ['worker', '--mock', '--to', store, '--nightly', '03:30']
  const { code, output } = await runProgram(args, { stopAfter: '"report"' })
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object)

  expect(code).toBe(0)
  expect(lines).toMatchObject([
    { type: 'started', corpId: 'wwfake0000000001', nightly: '03:30' },
    { type: 'report', ok: true },
  ])
})

test('behavior: --keep-changes deletes changes that are older', async () => {
  const surroundings = { stopAfter: '"report"' }
  expect(await runProgram(['worker', '--mock', '--to', store], surroundings)).toMatchObject({ code: 0 })
  const database = new DatabaseSync(join(folder, 'corp.db'))
  const count = (): unknown => database.prepare('select count(*) as n from wecom_changes').get()?.['n']
  expect(count()).toBeGreaterThan(60)
  // So that the corp is due again.
  database.exec(
    "update wecom_changes set at = '2020-01-01T00:00:00.000Z'; update wecom_corps set last_full_run_at = null",
  )
  const args = ['worker', '--mock', '--to', store, '--keep-changes', '365']

  expect(await runProgram(args, surroundings)).toMatchObject({ code: 0 })
  expect(count()).toBe(0)
  database.close()
})

test('error: what fails is one line, and the worker goes on', async () => {
  const corp = createFakeCorp()
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'not-the-secret' }
  const surroundings = { env, fetch: corp.fetch, stopAfter: '40001' }
  const { code, errors } = await runProgram(['worker', '--to', store], surroundings)

  expect(code).toBe(0)
  expect(errors).toMatch(/^wecom-contact: .*40001 invalid credential.*\nStopped\. Other workers can continue\.\n$/)
  expect(errors).not.toContain('not-the-secret')
})

// Newer versions of Node otherwise refuse to damage a schema. The types do not have the option yet.
const mayDamage = { open: true, defensive: false }

test.each<[what: string, sql: string, line: string]>([
  ['the database', "update sqlite_master set sql = 'damaged' where name = 'wecom_slices'", 'malformed database schema'],
  ['a statement of SQL', 'drop table wecom_slices', 'no such table: wecom_slices'],
])('error: an error of %s is one line, and the worker goes on', async (_, sql, line) => {
  const corp = createFakeCorp()
  const { code, errors } = await runProgram(['worker', '--to', store], {
    env: { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fake-secret' },
    fetch: (...request) => {
      const database = new DatabaseSync(join(folder, 'corp.db'), mayDamage)
      database.exec('pragma writable_schema = on')
      database.exec(sql)
      database.exec('pragma schema_version = 99')
      database.close()
      return corp.fetch(...request)
    },
    stopAfter: line,
  })

  expect(code).toBe(0)
  expect(errors).toMatch(new RegExp(`^(wecom-contact: .*${line}.*\n)+Stopped\\. Other workers can continue\\.\n$`))
})

test('error: a time that is none', async () => {
  expect(await runProgram(['worker', '--mock', '--to', store, '--nightly', '2am'])).toEqual({
    code: 2,
    output: '',
    errors: 'wecom-contact: --nightly: must be a time of day from 00:00 to 23:59, got 2am\n',
  })
})
