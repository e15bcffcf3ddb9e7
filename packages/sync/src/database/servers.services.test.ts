import { startMariaDb, startPostgres } from '@wecom-tools/scripts/services'
import { CompiledQuery } from 'kysely'
import callbackMysql from 'mysql2'
import mysql from 'mysql2/promise'
import { Pool } from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { afterFirstVersion, migratedFirstVersion, toFirstVersion } from '../fixtures/firstVersion.ts'
import { newStoreOf } from '../fixtures/stores.ts'
import { readTestRows, textsOfPeople } from '../fixtures/texts.ts'
import type { Connection, Database, Row } from './Database.ts'
import { migrate } from './migrate.ts'
import { openMysql } from './mysql.ts'
import { openDatabase } from './open.ts'
import { openPostgres } from './postgres.ts'
import { sortedByKey } from './server.ts'

const [postgres, mariaDb] = await Promise.all([startPostgres(), startMariaDb()])
afterAll(() => Promise.all([postgres.stop(), mariaDb.stop()]))
const urls = { postgres: postgres.url, mysql: mariaDb.url } as const
type Kind = keyof typeof urls
const kinds = ['postgres', 'mysql'] as const

const opened: Database[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
})

async function open(store: string): Promise<Database> {
  const database = await openDatabase(store)
  opened.push(database)
  return database
}

/** Creates a database on the server, with the tables of this package. `store` is the URL of the database. */
async function migrated(kind: Kind): Promise<{ database: Database; store: string }> {
  const store = await newStoreOf(urls[kind])
  const database = await open(store)
  await migrate(database)
  return { database, store }
}

async function query(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const compiled: CompiledQuery<Record<string, unknown>> = CompiledQuery.raw(sql)
  return (await connection.execute(compiled)).rows
}

const member = (userid: string, read_at = new Date(0)) => ({
  corp_id: 'ww1',
  userid,
  first_seen_at: read_at,
  out_of_view_at: null,
  read_at,
})

const customer = (external_userid: string, name = '客户') => ({
  corp_id: 'ww1',
  external_userid,
  name,
  type: 1,
  gender: 0,
  unionid: null,
  corp_name: null,
  data: JSON.stringify({ name }),
  hash: 'hash',
  first_seen_at: new Date(0),
  read_at: new Date(0),
})

test.for(kinds)('default: %s gives back what was written, in one form', async (kind) => {
  const { database } = await migrated(kind)
  const at = new Date('2026-11-30T08:34:00.123Z')
  await database.insertNew('corps', [{ corp_id: 'ww1', app_kind: 'self-built', created_at: at }])
  await database.upsert('customers', [{ ...customer('wm1', '😀客户'), gender: Number.MAX_SAFE_INTEGER, read_at: at }])
  const [row] = await query(database, 'select name, gender, unionid, data, read_at from wecom_customers')

  expect({ ...row, data: JSON.parse(String(row?.['data'])) as unknown }).toEqual({
    name: '😀客户',
    gender: Number.MAX_SAFE_INTEGER,
    unionid: null,
    data: { name: '😀客户' },
    read_at: '2026-11-30T08:34:00.123Z',
  })
  const [counted] = await query(
    database,
    'select count(*) as n, sum(type) as total, max(type) = 1 as is_one from wecom_customers',
  )
  expect({ ...counted }).toEqual({ n: 1, total: 1, is_one: 1 })
})

test.for(kinds)('behavior: %s brings tables of the first version to this one, also after a break', async (kind) => {
  const { database } = await migrated(kind)
  await toFirstVersion(database)
  await migrate(database)
  expect(await afterFirstVersion(database)).toEqual(migratedFirstVersion)
  await query(database, 'delete from wecom_schema where version >= 2')
  await migrate(database)

  expect(await afterFirstVersion(database)).toEqual(migratedFirstVersion)
})

test.for(kinds)('behavior: %s finds, changes and removes rows by their keys', async (kind) => {
  const { database } = await migrated(kind)
  await database.upsert('members', [member('lina'), member('wangfang'), member('zhangwei')])
  await database.upsert('members', [member('lina', new Date(5))])
  await database.insertNew('members', [member('lina', new Date(7)), member('new')])
  const change = (userid: string, condition?: Row): Promise<boolean> =>
    database.change('members', member(userid), { out_of_view_at: new Date(9) }, condition)
  expect(await change('wangfang')).toBe(true)
  expect(await change('wangfang', { read_at: new Date(0) })).toBe(true)
  expect(await change('lina', { read_at: new Date(0) })).toBe(false)
  expect(await change('nobody')).toBe(false)
  await database.remove('members', [member('zhangwei'), member('nobody')])
  const found = await database.find(
    'members',
    ['userid', 'first_seen_at', 'out_of_view_at', 'read_at'],
    ['lina', 'wangfang', 'zhangwei', 'new'].map((userid) => member(userid)),
  )

  const began = '1970-01-01T00:00:00.000Z'
  expect(
    found
      .map((row) => ({ ...row }))
      .toSorted((one, other) => (String(one['userid']) < String(other['userid']) ? -1 : 1)),
  ).toEqual([
    { userid: 'lina', first_seen_at: began, out_of_view_at: null, read_at: '1970-01-01T00:00:00.005Z' },
    { userid: 'new', first_seen_at: began, out_of_view_at: null, read_at: began },
    { userid: 'wangfang', first_seen_at: began, out_of_view_at: '1970-01-01T00:00:00.009Z', read_at: began },
  ])
})

test.for(kinds)('behavior: in %s ids that differ by case are different', async (kind) => {
  const { database } = await migrated(kind)
  await database.upsert('customers', [customer('wmAbC', '一'), customer('wmabc', '二')])

  expect(await database.find('customers', ['name'], [customer('wmabc')])).toMatchObject([{ name: '二' }])
  expect(await query(database, 'select count(*) as n from wecom_customers')).toMatchObject([{ n: 2 }])
})

test.for(kinds)('behavior: %s takes any text of people, and a customer twice in a page', async (kind) => {
  const { database } = await migrated(kind)

  expect(await readTestRows(database)).toEqual(textsOfPeople)
})

test('error: Postgres takes no NUL, which is why texts are cleaned', async () => {
  const { database } = await migrated('postgres')

  await expect(database.upsert('customers', [customer('wm1', 'a\u0000b')])).rejects.toThrow('0x00')
})

test.for(kinds)('behavior: %s takes 10,000 rows with 110,000 values at once', async (kind) => {
  const { database } = await migrated(kind)
  const rows = Array.from({ length: 10_000 }, (_, index) => customer(`wm${index}`))
  await database.transaction((connection) => connection.upsert('customers', rows))
  await database.insertNew('customers', [...rows, customer('one more')])
  expect(await database.find('customers', ['name'], rows)).toHaveLength(10_000)
  await database.remove('customers', rows)

  expect(await query(database, 'select count(*) as n from wecom_customers')).toMatchObject([{ n: 1 }])
})

test.for(kinds)('behavior: %s counts rows that a write has matched, changed or not', async (kind) => {
  const { database } = await migrated(kind)
  await database.upsert('members', [member('lina'), member('wangfang')])
  const update = database.build.updateTable('wecom_members').set({ out_of_view_at: null }).where('corp_id', '=', 'ww1')

  expect((await database.execute(update.compile())).affected).toBe(2)
})

test('behavior: a pool of mysql2 with flags of its own counts them, too', async () => {
  const pool = mysql.createPool({ uri: await newStoreOf(urls.mysql), flags: ['-FOUND_ROWS'] })
  const database = await openDatabase(pool)
  await migrate(database)
  await database.upsert('members', [member('lina')])
  const update = database.build.updateTable('wecom_members').set({ out_of_view_at: null }).where('corp_id', '=', 'ww1')

  expect((await database.execute(update.compile())).affected).toBe(1)
  await pool.end()
})

test.for(kinds)(
  'behavior: a transaction of %s that fails leaves nothing, and its connection works on',
  async (kind) => {
    const { database } = await migrated(kind)
    const failing = database.transaction(async (connection) => {
      await connection.upsert('members', [member('lina')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')

    expect(await query(database, 'select count(*) as n from wecom_members')).toMatchObject([{ n: 0 }])
  },
)

test.for(kinds)('behavior: after a deadlock of %s the transaction is made again', async (kind) => {
  const { database } = await migrated(kind)
  await database.upsert('members', [member('lina'), member('wangfang')])
  let attempts = 0
  let arrived = 0
  const { promise: both, resolve: bothArrived } = Promise.withResolvers<void>()
  const crossing = (first: string, second: string) =>
    database.transaction(async (connection) => {
      attempts++
      await connection.change('members', member(first), { out_of_view_at: new Date(1) })
      if (++arrived === 2) bothArrived()
      await both
      await connection.change('members', member(second), { out_of_view_at: new Date(2) })
    })
  await Promise.all([crossing('lina', 'wangfang'), crossing('wangfang', 'lina')])

  // On a busy machine, the two may meet more than once.
  expect(attempts).toBeGreaterThanOrEqual(3)
  const [left] = await query(database, 'select count(*) as n from wecom_members where out_of_view_at is not null')
  expect(Number(left?.['n'])).toBe(2)
})

test.for(kinds)(
  'behavior: rows are written in the order of their keys, so that pages of %s meet no deadlock',
  async (kind) => {
    const { database } = await migrated(kind)
    const rows = Array.from({ length: 300 }, (_, index) => member(`member${index}`))
    await database.upsert('members', rows)
    let attempts = 0
    const write = (some: typeof rows) =>
      database.transaction(async (connection) => {
        attempts++
        await connection.upsert('members', some)
      })
    for (let round = 0; round < 10; round++) await Promise.all([write(rows), write(rows.toReversed())])

    expect(attempts).toBe(20)
    expect(sortedByKey('members', [member('b'), member('a')])).toEqual([member('a'), member('b')])
  },
)

test.for(kinds)('behavior: the time of %s does not depend on its zone, nor on that of this machine', async (kind) => {
  const { database, store } = await migrated(kind)
  const name = new URL(store).pathname.slice(1)
  const change =
    kind === 'postgres' ? `alter database ${name} set timezone = 'Asia/Kolkata'` : `set global time_zone = '+05:30'`
  await (kind === 'postgres' ? query(database, change) : asRoot(change))
  const moved = await open(store)
  const at = new Date('2026-11-29T16:30:00.000Z')
  await moved.upsert('members', [member('lina', at)])
  const day = moved.dialect.chinaDay('read_at')

  expect(await query(moved, `select read_at, ${day} as day from wecom_members`)).toEqual([
    { read_at: '2026-11-29T16:30:00.000Z', day: '2026-11-30' },
  ])
  expect(await query(database, 'select read_at from wecom_members')).toEqual([{ read_at: '2026-11-29T16:30:00.000Z' }])
  expect(Math.abs(await moved.clockOffset())).toBeLessThan(5_000)
  if (kind === 'mysql') await asRoot(`set global time_zone = 'SYSTEM'`)
})

test('behavior: a database of MariaDB without strict mode and with latin1 loses nothing', async () => {
  const store = await newStoreOf(urls.mysql, 'character set latin1')
  await asRoot(`set global sql_mode = ''`)
  const pool = mysql.createPool({ uri: store, connectionLimit: 1 })
  const database = await openDatabase(pool)
  await migrate(database)
  await database.upsert('customers', [customer('wm1', '😀客户')])
  expect(await query(database, 'select name from wecom_customers')).toMatchObject([{ name: '😀客户' }])
  await expect(database.upsert('customers', [customer('w'.repeat(129))])).rejects.toThrow('Data too long')
  await expect(database.upsert('customers', [customer('客户')])).rejects.toThrow('Incorrect string value')

  // The connections of a user's pool are as they were; mysql2 asks for IGNORE_SPACE.
  const [settings] = await pool.query(
    'select @@sql_mode as mode, @@wait_timeout as wait, @@innodb_lock_wait_timeout as lock_wait, @@lock_wait_timeout as tables',
  )
  expect(settings).toEqual([{ mode: 'IGNORE_SPACE', wait: 28_800, lock_wait: 50, tables: 86_400 }])
  await pool.end()
  await asRoot('set global sql_mode = default')
})

test.for(kinds)(
  'behavior: %s gives up a transaction that does nothing, or waits for locks, for 30 seconds',
  async (kind) => {
    const { database } = await migrated(kind)
    const settings = {
      postgres: `select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock_wait`,
      mysql: 'select @@wait_timeout as idle, @@innodb_lock_wait_timeout as lock_wait',
    }

    expect(await database.transaction((connection) => query(connection, settings[kind]))).toEqual([
      kind === 'postgres' ? { idle: '30s', lock_wait: '30s' } : { idle: 30, lock_wait: 30 },
    ])
  },
)

test('behavior: events reach the disk of Postgres before they are confirmed, also where that is switched off', async () => {
  const { database, store } = await migrated('postgres')
  await query(database, `alter database ${new URL(store).pathname.slice(1)} set synchronous_commit = off`)
  const lax = await open(store)
  const setting = (one: Database) => one.transaction((connection) => query(connection, 'show synchronous_commit'))

  expect(await setting(lax)).toEqual([{ synchronous_commit: 'off' }])
  expect(await setting(await lax.durable())).toEqual([{ synchronous_commit: 'on' }])
})

test.for(kinds)(
  'behavior: a migration of %s may take longer than other statements, unless the server hangs',
  async (kind) => {
    const server = kind === 'postgres' ? postgres : mariaDb
    const url = new URL(await newStoreOf(urls[kind]))
    const limits = { statementMs: 300, connectMs: 5_000 }
    const database = await (kind === 'postgres' ? openPostgres(url, limits) : openMysql(url, limits))
    opened.push(database)
    const slow = kind === 'postgres' ? 'select pg_sleep(0.5)' : 'select sleep(0.5)'
    const migrateSlowly = () => database.migrating(async (connection) => void (await query(connection, slow)))
    await query(database, 'select 1 as one')
    server.pause()
    try {
      await expect(migrateSlowly()).rejects.toThrow('no answer to: select 1 within 300 ms')
    } finally {
      server.resume()
    }
    await expect(query(database, slow)).rejects.toMatchObject({ kind: 'unreachable' })

    await migrateSlowly()
  },
)

test.for(kinds)('behavior: two processes migrate %s at once, and again', async (kind) => {
  const store = await newStoreOf(urls[kind])
  const [one, two] = [await open(store), await open(store)]
  await Promise.all([migrate(one), migrate(two)])
  await migrate(one)
  const versions = await query(one, 'select version from wecom_schema order by version')
  expect(versions).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }])
  await query(one, 'insert into wecom_schema (version) values (99)')

  await expect(migrate(two)).rejects.toMatchObject({ kind: 'newer-schema' })
})

test('behavior: pools of the user’s own are taken, and stay open', async () => {
  const pools = [
    new Pool({ connectionString: await newStoreOf(urls.postgres) }),
    mysql.createPool(await newStoreOf(urls.mysql)),
    callbackMysql.createPool(await newStoreOf(urls.mysql)),
  ]
  for (const pool of pools) {
    const database = await openDatabase(pool)
    await migrate(database)
    await database.upsert('members', [member('lina')])
    await database.close()
    expect(await query(await openDatabase(pool), 'select userid from wecom_members')).toEqual([{ userid: 'lina' }])
  }
  await pools[0]?.end()
  await pools[1]?.end()
  await new Promise((resolve) => callbackPoolOf(pools[2]).end(resolve))
})

test.for(kinds)('error: %s that hangs is named after a limit, and used again when it answers', async (kind) => {
  const server = kind === 'postgres' ? postgres : mariaDb
  const limits = { statementMs: 300, connectMs: 5_000 }
  const url = new URL(await newStoreOf(urls[kind]))
  const database = await (kind === 'postgres' ? openPostgres(url, limits) : openMysql(url, limits))
  opened.push(database)
  await query(database, 'select 1 as one')
  server.pause()
  try {
    await expect(query(database, 'select 2 as two')).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('no answer to: select 2 as two within 300 ms') as string,
    })
  } finally {
    server.resume()
  }

  await expect.poll(() => query(database, 'select 3 as three').catch(String)).toEqual([{ three: 3 }])
})

test.for(kinds)('error: a connection to %s that ends within a transaction ends nothing else', async (kind) => {
  const { database } = await migrated(kind)
  const identity = { postgres: 'select pg_backend_pid() as id', mysql: 'select connection_id() as id' }
  const cut = database.transaction(async (connection) => {
    await connection.upsert('members', [member('lina')])
    const id = String((await query(connection, identity[kind]))[0]?.['id'])
    await query(database, kind === 'postgres' ? `select pg_terminate_backend(${id})` : `kill ${id}`)
    // Until the driver has noticed.
    await expect.poll(() => query(connection, 'select 1 as one').catch(String)).not.toEqual([{ one: 1 }])
    await query(connection, 'select 1 as one')
  })
  await expect(cut).rejects.toMatchObject({ kind: 'unreachable' })

  expect(await query(database, 'select count(*) as n from wecom_members')).toMatchObject([{ n: 0 }])
})

test.for(kinds)('error: %s that is not there, or refuses the password, is named without it', async (kind) => {
  const away = new URL(urls[kind])
  away.password = 'secret'
  away.port = '1'
  const database = await open(away.href)
  const error: unknown = await query(database, 'select 1').catch((one: unknown) => one)

  expect(error).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('ECONNREFUSED') as string })
  expect(String(error)).not.toContain('secret')
  if (kind === 'postgres') return
  const wrong = new URL(urls.mysql)
  wrong.username = 'nobody'
  wrong.password = 'secret'
  await expect(query(await open(wrong.href), 'select 1')).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringMatching(
      /^MySQL at 127\.0\.0\.1:\d+: Access denied for user 'nobody'.*; check that/,
    ) as string,
  })
})

test.each([
  ['lacks rights', '', 'permission denied for schema public'],
  ['may only read', 'alter role app set default_transaction_read_only = on', 'in a read-only transaction'],
])('error: a user of Postgres who %s is named', async (_, change, message) => {
  const store = new URL(await newStoreOf(urls.postgres))
  const database = await open(store.href)
  await query(database, `drop role if exists app; create role app login; ${change}`)
  store.username = 'app'

  await expect(migrate(await open(store.href))).rejects.toMatchObject({
    kind: 'read-only',
    message: expect.stringMatching(
      new RegExp(`^Postgres at 127\\.0\\.0\\.1:\\d+: .*${message}; use a database that can be written`),
    ) as string,
  })
})

/** Runs an SQL statement as the root user of MariaDB, because the user of the tests has no right to run it. */
async function asRoot(sql: string): Promise<void> {
  const connection = await mysql.createConnection({ socketPath: mariaDb.socket, user: 'root' })
  await connection.query(sql)
  await connection.end()
}

function callbackPoolOf(pool: unknown): callbackMysql.Pool {
  return pool as callbackMysql.Pool
}
