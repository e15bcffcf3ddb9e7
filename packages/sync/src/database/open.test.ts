import { expect, test } from 'vitest'
import { loadDriver } from './loadDriver.ts'
import { assignments, partsOf } from './mysqlDialect.ts'
import { openDatabase } from './open.ts'

test('error: a driver that is not installed is named, with the remedy', async () => {
  // As Node throws it: tests resolve modules by other means.
  const missing = Object.assign(new Error("Cannot find package 'pg' imported from /app/sync.js"), {
    code: 'ERR_MODULE_NOT_FOUND',
  })

  await expect(loadDriver('pg', () => Promise.reject(missing))).rejects.toMatchObject({
    kind: 'driver',
    message: 'store: the driver pg is not installed; run npm install pg',
  })
  // The driver is there, a package of its own is not.
  await expect(loadDriver('mysql2', () => Promise.reject(missing))).rejects.toBe(missing)
  expect(await loadDriver('pg', async () => 'driver')).toBe('driver')
})

test('error: a URL that is none is refused without its password', async () => {
  const error: unknown = await openDatabase('postgres://user:pass/word@@').catch((one: unknown) => one)

  expect(error).toMatchObject({
    kind: 'url',
    message:
      'store: must be postgres://user:password@host:port/database; encode special characters of the password, such as @ as %40',
  })
  expect(error).not.toHaveProperty('cause')
  await expect(openDatabase('mysql:corp')).rejects.toThrow('store: must be mysql://user')
})

test('error: a store that is neither a URL nor a pool is refused', async () => {
  const wanted = 'store: must be sqlite:<file>, postgres://… or mysql://…, or a pool of pg or mysql2'
  for (const [store, got] of [
    [undefined, 'undefined'],
    [null, 'null'],
    [{}, 'an object'],
  ] as const) {
    await expect(openDatabase(store as never)).rejects.toMatchObject({
      kind: 'url',
      message: `${wanted}, got ${got}`,
    })
  }
})

test('error: a SQLite URL with two slashes is refused with the right URL', async () => {
  await expect(openDatabase('sqlite://corp-of-a-test.db')).rejects.toMatchObject({
    kind: 'url',
    message: 'store: two slashes would mean the file /corp-of-a-test.db; write sqlite:corp-of-a-test.db',
  })
  await expect(openDatabase('sqlite://:memory:')).rejects.toThrow('write sqlite::memory:')
})

test('behavior: MySQL assigns `read_at` after everything else, and never `first_seen_at`', () => {
  expect(assignments('members', ['corp_id', 'userid', 'read_at', 'first_seen_at', 'out_of_view_at'])).toEqual([
    'out_of_view_at = values(out_of_view_at)',
    'read_at = values(read_at)',
  ])
  expect(assignments('seen', ['corp_id', 'resource', 'slice', 'owner', 'page'])).toEqual(['corp_id = corp_id'])
})

test('behavior: rows are divided into parts of few different sizes', () => {
  const rows = Array.from({ length: 300 }, (_, index) => index)

  expect(partsOf(rows).map(({ length }) => length)).toEqual([128, 128, 32, 8, 4])
  expect(partsOf(rows).flat()).toEqual(rows)
  expect(partsOf([])).toEqual([])
})
