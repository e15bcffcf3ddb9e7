import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import type { Fetch } from '@wecom/core'
import type { Report } from '@wecom/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunOptions, runProgram } from '../fixtures/runProgram.ts'

let folder: string
let store: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sync-'))
  store = `sqlite:${join(folder, 'corp.db')}`
})
afterEach(() => rm(folder, { recursive: true }))

function query(sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(folder, 'corp.db'))
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

/**
 * Returns options for `runProgram`. With these options, the program calls `corp` and uses the database of the test. For
 * the paths in `answer` (without `/cgi-bin/`), the program receives the object in `answer` instead of the answer of
 * `corp`.
 */
function surroundingsOf(corp: FakeCorp, answer: Readonly<Record<string, object>> = {}): RunOptions & { fetch: Fetch } {
  return {
    env: { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fake-secret', WECOM_DATABASE: store },
    fetch: async (input, init) => {
      const path = new URL(input instanceof Request ? input.url : input).pathname.replace('/cgi-bin/', '')
      const other = answer[path]
      return other ? Response.json(other) : corp.fetch(input, init)
    },
  }
}

test('default: a fake corp in tables, with a bar on the terminal', async () => {
  const { code, output, errors } = await runProgram(['sync', '--mock', '--to', store], { terminal: 80 })

  expect(code).toBe(0)
  expect(output).toBe(`Read into ${join(folder, 'corp.db')}:
        4  members
       42  follow relations
        1  tag groups
        1  contact ways
        2  group chats
`)
  const pictures = errors.split('\r\u001B[K')
  expect(pictures[1]).toMatch(/^[█░]{20} {2}\d+ customers/)
  expect(pictures.at(-1)).toBe('')
  expect(query('select count(*) as n from wecom_live_follows')).toEqual([{ n: 42 }])
})

test('behavior: a pipe gets a line of JSON', async () => {
  const { code, output, errors } = await runProgram(['sync', '--mock', '--to', store])

  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(output.split('\n')).toHaveLength(2)
  expect(JSON.parse(output)).toMatchObject({ type: 'report', ok: true, complete: true, read: { customers: 42 } })
})

test('behavior: the database of WECOM_DATABASE, but not for a fake corp', async () => {
  const surroundings = surroundingsOf(createFakeCorp({ corpId: 'wwmine' }))
  expect(await runProgram(['sync'], surroundings)).toMatchObject({ code: 0 })
  expect(query('select corp_id from wecom_corps')).toEqual([{ corp_id: 'wwmine' }])
  const other = join(folder, 'other.db')
  expect(await runProgram(['sync', '--mock', '--to', `sqlite:${other}`], surroundings)).toMatchObject({ code: 0 })

  expect(query('select corp_id from wecom_corps')).toEqual([{ corp_id: 'wwmine' }])
  expect(await readdir(folder)).toContain('other.db')
})

test('behavior: exit code 3 where something could not be read, 0 where WeCom denies it', async () => {
  const failing = { 'externalcontact/groupchat/list': { errcode: 40096, errmsg: 'invalid external userid' } }
  const failed = await runProgram(['sync'], { ...surroundingsOf(createFakeCorp(), failing), terminal: 80 })
  expect(failed.code).toBe(3)
  expect(failed.output).toContain('  failed      group_chats lina: listGroupChats failed: 40096')
  const denying = { 'externalcontact/groupchat/list': { errcode: 48002, errmsg: 'api forbidden' } }
  const denied = await runProgram(['sync'], surroundingsOf(createFakeCorp(), denying))
  expect(denied.code).toBe(0)
  expect((JSON.parse(denied.output) as Report).gaps).toContainEqual(expect.objectContaining({ kind: 'denied' }))
})

/** Returns the time `days` days ago, as a string in SQL: an ISO date in quotes, e.g. `'2026-01-05T01:00:00.000Z'`. */
function ago(days: number): string {
  return `'${new Date(Date.now() - days * 24 * 60 * 60_000).toISOString()}'`
}

test('behavior: --keep-events and --keep-changes delete what is older', async () => {
  const surroundings = surroundingsOf(createFakeCorp())
  expect(await runProgram(['sync'], surroundings)).toMatchObject({ code: 0 })
  const [{ n: changes } = { n: 0 }] = query('select count(*) as n from wecom_changes')
  query(`update wecom_changes set at = ${ago(10)} where kind = 'customers.created'`)
  for (const days of [10, 20]) {
    query(`insert into wecom_inbox (corp_id, event_key, name, received_at, message, status, attempts, due_at)
      values ('wwfake0000000001', ${days}, '', ${ago(days)}, '', 'done', 1, ${ago(days)})`)
  }

  expect(await runProgram(['sync'], surroundings)).toMatchObject({ code: 0 })
  expect(query('select count(*) as n from wecom_inbox')).toEqual([{ n: 2 }])
  expect(query('select count(*) as n from wecom_changes')).toEqual([{ n: changes }])
  const args = ['sync', '--keep-events', '15', '--keep-changes', '9.5']
  expect(await runProgram(args, surroundings)).toMatchObject({ code: 0 })
  expect(query('select event_key from wecom_inbox')).toEqual([{ event_key: '10' }])
  expect(query("select kind from wecom_changes where kind = 'customers.created'")).toEqual([])
  expect(query("select count(*) as n from wecom_changes where kind = 'follows.created'")).toEqual([{ n: 42 }])
})

test('behavior: --accept-missing accepts that suspiciously many are missing', async () => {
  const surroundings = surroundingsOf(createFakeCorp())
  expect(await runProgram(['sync'], surroundings)).toMatchObject({ code: 0 })
  const empty = { 'externalcontact/get_follow_user_list': { errcode: 0, errmsg: 'ok', follow_user: [] } }
  const missing = surroundingsOf(createFakeCorp(), empty)
  for (const night of [1, 2]) expect(await runProgram(['sync'], missing), `night ${night}`).toMatchObject({ code: 3 })
  expect(await runProgram(['sync', '--accept-missing'], missing)).toMatchObject({ code: 0 })
})

test('behavior: Ctrl+C stops at a checkpoint, and the next sync goes on from there', async () => {
  const corp = createFakeCorp({ state: { generate: { members: 20, customers: 100 } }, pageSize: 5 })
  const surroundings = surroundingsOf(corp)
  let pressCtrlC: ((reason: 'signal') => void) | undefined
  let calls = 0
  const stopped = await runProgram(['sync'], {
    ...surroundings,
    onStop: (listener) => (pressCtrlC = listener),
    fetch: async (...request) => {
      if (++calls === 10) pressCtrlC?.('signal')
      return surroundings.fetch(...request)
    },
  })
  expect(stopped).toMatchObject({
    code: 130,
    errors: 'Stopped. The tables contain all pages that were read. Run the command again to resume.\n',
  })
  const report = JSON.parse(stopped.output) as Report
  expect(report).toMatchObject({ complete: false, gaps: [] })
  const further = await runProgram(['sync'], surroundings)
  expect(further.code).toBe(0)
  expect(JSON.parse(further.output)).toMatchObject({ runId: report.runId, complete: true })
})

test.each<[args: string, code: number, line: string]>([
  [
    '--to postgres://crm:hunter2@127.0.0.1/crm',
    2,
    '--to: contains a password, which other users can see; set WECOM_DATABASE instead',
  ],
  ['--to postgres://127.0.0.1/crm?password=hunter2', 2, '--to: contains a password'],
  ['--to oracle:crm', 2, '--to: must be '],
  ['--to sqlite:FOLDER/no/corp.db', 2, '--to: '],
  [
    '--keep-events 0',
    2,
    "option '--keep-events <days>' argument '0' is invalid. It must be a positive number of days; see --help",
  ],
])('error: sync --mock %s', async (args, code, line) => {
  const ran = await runProgram(['sync', '--mock', ...args.replace('FOLDER', folder).split(' ')])

  expect(ran).toMatchObject({ code, output: '' })
  expect(ran.errors.startsWith(`wecom-contact: ${line}`)).toBe(true)
  expect(ran.errors).not.toContain('hunter2')
})

test('error: a wrong WECOM_DATABASE is named', async () => {
  const { env } = surroundingsOf(createFakeCorp())

  expect(await runProgram(['sync'], { env: { ...env, WECOM_DATABASE: 'oracle://h/d' } })).toEqual({
    code: 2,
    output: '',
    errors: 'wecom-contact: WECOM_DATABASE: must be sqlite:<file>, postgres://… or mysql://…, got oracle:\n',
  })
})

test('error: a file that is no database', async () => {
  await writeFile(join(folder, 'corp.db'), 'no database, but long enough to be read as the head of one'.repeat(20))

  expect(await runProgram(['sync', '--mock', '--to', store])).toEqual({
    code: 1,
    output: '',
    errors: `wecom-contact: ${join(folder, 'corp.db')}: the file is not a SQLite database; move it away or use another file\n`,
  })
})
