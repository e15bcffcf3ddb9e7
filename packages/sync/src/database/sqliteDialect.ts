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
      kind === 'serial' ? `${column} integer primary key autoincrement` : columnSql(column, kind),
    )
    const kinds: readonly string[] = Object.values(columns)
    const isCounted = kinds.includes('serial')
    if (!isCounted) lines.push(`primary key (${key.join(', ')})`)
    // A table without rowid stores whole rows in the tree of its keys. This saves space if the rows are small. Large rows
    // would make the tree deep and inserts slow.
    const isSmall = !kinds.some((kind) => kind.startsWith('json') || kind.startsWith('text'))
    return [
      `create table if not exists wecom_${name} (${lines.join(', ')}) ${isSmall && !isCounted ? 'without rowid' : ''}`,
      ...indexes.map(
        (index) => `create index if not exists wecom_${name}_${index.join('_')} on wecom_${name} (${index.join(', ')})`,
      ),
    ]
  },
  addColumn: (name, column) => {
    const { columns }: Table = tables[name]
    return `alter table wecom_${name} add column ${columnSql(column, String(columns[column]))}`
  },
  listColumns: (name) => `select name from pragma_table_info('wecom_${name}')`,
  textsOf: (column, field) => `json_each(${column}, '$.${field}')`,
  chinaDay: (column) => `date(${column}, '+8 hours')`,
  // `weekday 0` moves the date forward to Sunday, unless it is a Sunday already. Six days before is the Monday.
  chinaWeek: (column) => `date(${column}, '+8 hours', 'weekday 0', '-6 days')`,
  locksRows: false,
}

function columnSql(column: string, kind: string): string {
  return `${column} ${types[kind.replace('?', '')]}${kind.endsWith('?') ? '' : ' not null'}`
}

/**
 * Returns a statement that reads rows whose keys differ only in the last column. Running this one statement takes half
 * as long as running a separate statement for each row. Parameters of the statement: a JSON list of the values of the
 * last key column, then the values of the other key columns.
 */
export function findSql(table: TableName, columns: readonly string[]): string {
  const key: readonly string[] = tables[table].key
  const isKey = [...key.slice(0, -1).map((column) => `t.${column} = ?`), `t.${key.at(-1)} = k.value`].join(' and ')
  return `select ${columns.map((column) => `t.${column}`).join(', ')} from json_each(?) k cross join wecom_${table} t on ${isKey}`
}

export function changeSql(table: TableName, columns: readonly string[], condition: readonly string[]): string {
  const where = [...tables[table].key, ...condition].map((column) => `${column} = ?`).join(' and ')
  return `update wecom_${table} set ${columns.map((column) => `${column} = ?`).join(', ')} where ${where}`
}

export function removeSql(table: TableName): string {
  return `delete from wecom_${table} where ${keySql(table)}`
}

function keySql(table: TableName): string {
  return tables[table].key.map((column) => `${column} = ?`).join(' and ')
}

export function upsertSql(table: TableName, columns: readonly string[]): string {
  const key: readonly string[] = tables[table].key
  const changed = columns.filter((column) => !key.includes(column) && column !== 'first_seen_at')
  const set = changed.map((column) => `${column} = excluded.${column}`).join(', ')
  return `${valuesSql(table, columns)} on conflict (${key.join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`
}

export function insertNewSql(table: TableName, columns: readonly string[]): string {
  return `${valuesSql(table, columns)} on conflict do nothing`
}

function valuesSql(table: TableName, columns: readonly string[]): string {
  return `insert into wecom_${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}
