import { type Table, type TableName, tables } from '../schema/tables.ts'
import type { Dialect } from './Database.ts'

const types: Readonly<Record<string, string>> = {
  id: 'text',
  text: 'text',
  int: 'integer',
  // ISO 8601 in UTC, always of the same length: sorts as time does, and SQLite's date functions read it.
  time: 'text',
  json: 'text',
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  createTable: (name) => {
    const { key, columns, indexes = [] }: Table = tables[name]
    const lines = Object.entries(columns).map(([column, kind]) =>
      kind === 'serial'
        ? `${column} integer primary key autoincrement`
        : `${column} ${types[kind.replace('?', '')]}${kind.endsWith('?') ? '' : ' not null'}`,
    )
    const isCounted = Object.values(columns).includes('serial')
    if (!isCounted) lines.push(`primary key (${key.join(', ')})`)
    return [
      `create table if not exists wecom_${name} (${lines.join(', ')}) ${isCounted ? '' : 'without rowid'}`,
      ...indexes.map(
        (index) => `create index if not exists wecom_${name}_${index.join('_')} on wecom_${name} (${index.join(', ')})`,
      ),
    ]
  },
  chinaDay: (column) => `date(${column}, '+8 hours')`,
  // The next Sunday, or this one, and six days back.
  chinaWeek: (column) => `date(${column}, '+8 hours', 'weekday 0', '-6 days')`,
  locksRows: false,
}

/** Reads the rows of a JSON list of keys, each a list of its values. All in one statement costs half of one for each. */
export function findSql(table: TableName, columns: readonly string[]): string {
  const isKey = tables[table].key.map((column, index) => `t.${column} = k.value ->> ${index}`).join(' and ')
  return `select ${columns.map((column) => `t.${column}`).join(', ')} from json_each(?) k cross join wecom_${table} t on ${isKey}`
}

/** Changes columns of the row of one key. */
export function changeSql(table: TableName, columns: readonly string[]): string {
  return `update wecom_${table} set ${columns.map((column) => `${column} = ?`).join(', ')} where ${keySql(table)}`
}

/** Deletes the row of one key. */
export function removeSql(table: TableName): string {
  return `delete from wecom_${table} where ${keySql(table)}`
}

function keySql(table: TableName): string {
  return tables[table].key.map((column) => `${column} = ?`).join(' and ')
}

/** Writes one row. */
export function upsertSql(table: TableName, columns: readonly string[]): string {
  const key: readonly string[] = tables[table].key
  const changed = columns.filter((column) => !key.includes(column) && column !== 'first_seen_at')
  const set = changed.map((column) => `${column} = excluded.${column}`).join(', ')
  return `${valuesSql(table, columns)} on conflict (${key.join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`
}

/** Inserts one row unless it is there. */
export function insertNewSql(table: TableName, columns: readonly string[]): string {
  return `${valuesSql(table, columns)} on conflict do nothing`
}

function valuesSql(table: TableName, columns: readonly string[]): string {
  return `insert into wecom_${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}
