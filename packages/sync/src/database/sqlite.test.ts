import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import type { Connection, Database } from './Database.ts'
import { afterFirstVersion, migratedFirstVersion, toFirstVersion } from '../fixtures/firstVersion.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-sync-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = (): string => join(folder, `${++files}.db`)
const member = (userid: string) => ({
  corp_id: 'ww1',
  userid,
  first_seen_at: new Date(0),
  out_of_view_at: null,
  read_at: new Date(0),
})
const countMembers = async (database: Connection): Promise<unknown> => {
  const query = CompiledQuery.raw('select count(*) as n from wecom_members') as CompiledQuery<{ n: number }>
  return (await database.execute(query)).rows[0]?.n
}

test('default: migrates, writes, and finds rows by their keys', async () => {
  const database = await openDatabase('sqlite::memory:')
  await migrate(database)
  await database.upsert('members', [member('lina'), member('wangfang')])
  await database.upsert('members', [{ ...member('lina'), first_seen_at: new Date(5), read_at: new Date(5) }])
  const found = await database.find(
    'members',
    ['userid', 'first_seen_at', 'read_at'],
    [member('lina'), member('nobody')],
  )

  expect(found.map((row) => ({ ...row }))).toEqual([
    { userid: 'lina', first_seen_at: '1970-01-01T00:00:00.000Z', read_at: '1970-01-01T00:00:00.005Z' },
  ])
  await database.close()
})

test('error: a SQLite URL of a folder is refused, and no file is created', async () => {
  const path = join(folder, 'data/')
  await expect(openDatabase(`sqlite:${path}`)).rejects.toMatchObject({
    kind: 'url',
    message: `store: ${path} is a folder; add the name of a file, such as sqlite:${path}corp.db`,
  })
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

test.for(['corp.db', 'file:corp.db'])('error: %s is refused if the working folder was deleted', async (path) => {
  const cause = Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT' })
  const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw cause
  })
  try {
    await expect(openDatabase(`sqlite:${path}`)).rejects.toMatchObject({
      kind: 'url',
      message: `store: ${path} is a relative path, but the working folder cannot be read; use an absolute path`,
      cause,
    })
    await (await openDatabase(`sqlite:${newFile()}`)).close()
  } finally {
    cwd.mockRestore()
  }
})

test('behavior: tables that are up to date are opened without the lock and the time limit of a migration', async () => {
  const database = await openDatabase('sqlite::memory:')
  await migrate(database)
  const migrating = vi.fn<Database['migrating']>()
  await migrate({ ...database, migrating })

  expect(migrating).not.toHaveBeenCalled()
  await database.close()
})

test('behavior: migrations can be run again, also by two processes at once', async () => {
  const file = newFile()
  const [one, two] = await Promise.all([openDatabase(`sqlite:${file}`), openDatabase(`sqlite:${file}`)])
  await Promise.all([migrate(one), migrate(two)])
  await migrate(one)
  const { rows } = await one.execute(CompiledQuery.raw('select version from wecom_schema order by version'))

  expect(rows).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }])
  await Promise.all([one.close(), two.close()])
})

test('behavior: tables of the first version are brought to this one, also where a migration broke off', async () => {
  const database = await openDatabase('sqlite::memory:')
  await migrate(database)
  await toFirstVersion(database)
  await migrate(database)
  expect(await afterFirstVersion(database)).toEqual(migratedFirstVersion)
  await database.execute(CompiledQuery.raw('delete from wecom_schema where version >= 2'))
  await migrate(database)

  expect(await afterFirstVersion(database)).toEqual(migratedFirstVersion)
  await database.close()
})

test('behavior: a transaction that fails leaves nothing, and other statements wait for it', async () => {
  const database = await openDatabase('sqlite::memory:')
  await migrate(database)
  const failing = database.transaction(async (connection) => {
    await connection.upsert('members', [member('lina')])
    expect(await countMembers(connection)).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    throw new Error('no')
  })
  const counted = countMembers(database)

  await expect(failing).rejects.toThrow('no')
  expect(await counted).toBe(0)
  await database.close()
})

test('behavior: writers of two processes wait for each other without blocking the event loop', async () => {
  const file = newFile()
  const database = await openDatabase(`sqlite:${file}`)
  await migrate(database)
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  let isWritten = false
  const written = database.upsert('members', [member('lina')]).then(() => (isWritten = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isWritten).toBe(false)
  other.exec('commit')
  await written

  expect(await countMembers(database)).toBe(1)
  other.close()
  await database.close()
})

test('behavior: the connection for events waits for transactions of the other one', async () => {
  const database = await openDatabase(`sqlite:${newFile()}`)
  await migrate(database)
  const durable = await database.durable()
  await database.transaction(async (connection) => {
    void durable.upsert('members', [member('wangfang')])
    await new Promise((resolve) => setImmediate(resolve))
    await connection.upsert('members', [member('lina')])
  })

  expect(await countMembers(durable)).toBe(2)
  await database.close()
})

test.for([':memory:', 'file::memory:', 'file:corp?mode=memory'])(
  'behavior: with %s, the connection for events uses the same database',
  async (path) => {
    const database = await openDatabase(`sqlite:${path}`)
    await migrate(database)
    await database.check()
    await (await database.durable()).upsert('members', [member('lina')])

    expect(await countMembers(database)).toBe(1)
    await database.close()
  },
)

test('error: a newer schema is refused', async () => {
  const database = await openDatabase('sqlite::memory:')
  await migrate(database)
  await database.execute(CompiledQuery.raw('insert into wecom_schema (version) values (99)'))

  await expect(migrate(database)).rejects.toMatchObject({
    kind: 'newer-schema',
    message: expect.stringMatching(/^the tables have version 99, .*: update @wecom\/sync$/) as string,
  })
  await database.close()
})

test('error: a file that is no database is refused', async () => {
  const file = newFile()
  writeFileSync(file, 'not a database at all. '.repeat(1000))

  await expect(openDatabase(`sqlite:${file}`)).rejects.toMatchObject({
    kind: 'damaged',
    message: `${file}: the file is not a SQLite database; move it away or use another file`,
  })
})

test('error: a damaged file is refused', async () => {
  const file = newFile()
  const database = await openDatabase(`sqlite:${file}`)
  await migrate(database)
  await database.upsert(
    'members',
    Array.from({ length: 2000 }, (_, index) => member(`member${index}`)),
  )
  await database.check()
  await database.close()
  const bytes = readFileSync(file)
  bytes.fill(0x55, bytes.length - 40_000)
  writeFileSync(file, bytes)

  const again = await openDatabase(`sqlite:${file}`)
  await expect(again.check()).rejects.toMatchObject({
    kind: 'damaged',
    message: expect.stringContaining(`${file}: the database is damaged`) as string,
  })
  await again.close()
})

test('the event loop goes on while a file is checked', async () => {
  const database = await openDatabase(`sqlite:${newFile()}`)
  const order: string[] = []
  setImmediate(() => order.push('event loop'))
  await database.check()
  order.push('check')

  expect(order).toEqual(['event loop', 'check'])
  await database.close()
})

test('error: a file that was deleted is refused by the check', async () => {
  const file = newFile()
  const database = await openDatabase(`sqlite:${file}`)
  rmSync(file)

  await expect(database.check()).rejects.toMatchObject({ kind: 'url' })
  await database.close()
})

const relative = ['relative.db', 'file:relative.db?cache=private']
test.for(relative)('behavior: %s means the same file after the process has changed its folder', (path) => {
  const program = `
    const { openDatabase } = await import('${new URL('open.ts', import.meta.url).href}')
    const database = await openDatabase('sqlite:${path}')
    process.chdir('..')
    await database.check()
    await database.durable()
    await database.close()`
  const options = ['--conditions=@wecom/source', '--input-type=module', '--eval', program]
  const cwd = mkdtempSync(join(folder, 'c w%64#-'))
  const { stderr, status } = spawnSync(process.execPath, options, { encoding: 'utf8', cwd })

  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(existsSync(join(cwd, 'relative.db'))).toBe(true)
  expect(existsSync(join(folder, 'relative.db'))).toBe(false)
})

test('error: a read-only file is named', async () => {
  const file = newFile()
  const database = await openDatabase(`sqlite:${file}`)
  await migrate(database)
  // The error is the same as that of a file that this process may only read.
  await database.execute(CompiledQuery.raw('pragma query_only = on'))

  await expect(database.upsert('members', [member('lina')])).rejects.toMatchObject({
    kind: 'url',
    message: `store: ${file} is read-only: this process must be allowed to write to the file and its folder`,
  })
  await database.close()
})

test('error: another scheme is refused, without the password of the URL', async () => {
  await expect(openDatabase('oracle://user:secret@host/db')).rejects.toThrow(
    /^store: must be sqlite:<file>, postgres:\/\/… or mysql:\/\/…, got oracle:$/,
  )
  await expect(openDatabase('corp.db')).rejects.toThrow('got no scheme')
})

test('behavior: node:sqlite prints no ExperimentalWarning, and other warnings are printed', () => {
  const program = `import('${new URL('loadSqlite.ts', import.meta.url).href}').then(({ loadSqlite }) => {
    new (loadSqlite().DatabaseSync)(':memory:').close()
    process.emitWarning('something else', 'ExperimentalWarning')
  })`
  const { stderr, status } = spawnSync(process.execPath, ['--conditions=@wecom/source', '--eval', program], {
    encoding: 'utf8',
  })

  expect(status).toBe(0)
  expect(stderr).toContain('something else')
  expect(stderr).not.toContain('SQLite')
})

test('error: a full disk is named, and the transaction leaves nothing', async () => {
  const file = newFile()
  const database = await openDatabase(`sqlite:${file}`)
  await migrate(database)
  await database.upsert('members', [member('lina')])
  // SQLite answers a full disk in the same way as a file that may not grow.
  const { rows } = await database.execute(CompiledQuery.raw('pragma page_count'))
  const [pages] = rows as { page_count: number }[]
  await database.execute(CompiledQuery.raw(`pragma max_page_count = ${pages?.page_count}`))
  const many = Array.from({ length: 5000 }, (_, index) => member(`member${index}`))

  await expect(database.upsert('members', many)).rejects.toMatchObject({
    kind: 'full',
    message: `${file}: no space is left; the last transaction was rolled back`,
  })
  expect(await countMembers(database)).toBe(1)
  await database.upsert('members', [member('lina')])
  await database.close()
})

test('error: a Node without SQLite is named', () => {
  const program = `import('${new URL('open.ts', import.meta.url).href}')
    .then(({ openDatabase }) => openDatabase('sqlite::memory:'))
    .catch(({ kind, message }) => console.log(JSON.stringify({ kind, message })))`
  const { stdout } = spawnSync(
    process.execPath,
    ['--conditions=@wecom/source', '--no-experimental-sqlite', '--eval', program],
    { encoding: 'utf8' },
  )

  expect(JSON.parse(stdout)).toEqual({
    kind: 'driver',
    message: 'node:sqlite is missing; use Node 22.16 or later, without --no-experimental-sqlite',
  })
})
