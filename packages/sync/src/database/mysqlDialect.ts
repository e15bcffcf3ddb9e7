import { type Table, type TableName, tables } from '../schema/tables.ts'
import type { Connection, Dialect, Row, Value } from './Database.ts'
import { type Query, sortedByKey } from './server.ts'

const types: Readonly<Record<string, string>> = {
  // Byte by byte: under the usual collations `wmAbC` and `wmabc` would be one key.
  id: 'varchar(128) character set ascii collate ascii_bin',
  // Named, since a server's own character set may be latin1.
  text: 'mediumtext character set utf8mb4 collate utf8mb4_bin',
  int: 'bigint',
  time: 'datetime(3)',
  json: 'json',
  serial: 'bigint auto_increment',
}

// The longest `state` (channel) of WeCom has 64.
const indexedLetters = 64

const inChina = (column: string): string => `date_add(${column}, interval 8 hour)`

export const mysqlDialect: Dialect = {
  name: 'mysql',
  createTable: (name) => {
    const { key, columns, indexes = [] }: Table = tables[name]
    const lines = Object.entries(columns).map(([column, kind]) => columnSql(column, kind))
    const indexed = (column: string) => (columns[column]?.startsWith('text') ? `${column}(${indexedLetters})` : column)
    // Within the table, since MySQL knows no `create index if not exists`.
    const keys = indexes.map((index) => `key wecom_${name}_${index.join('_')} (${index.map(indexed).join(', ')})`)
    lines.push(`primary key (${key.join(', ')})`, ...keys)
    const settings = 'engine = innodb row_format = dynamic default character set utf8mb4 collate utf8mb4_bin'
    return [`create table if not exists wecom_${name} (${lines.join(', ')}) ${settings}`]
  },
  addColumn: (name, column) => {
    const { columns }: Table = tables[name]
    return `alter table wecom_${name} add column ${columnSql(column, String(columns[column]))}`
  },
  listColumns: (name) =>
    `select column_name as name from information_schema.columns
    where table_schema = database() and table_name = 'wecom_${name}'`,
  textsOf: (column, field) => `json_table(${column}, '$.${field}[*]' columns (value varchar(128) path '$')) as texts`,
  chinaDay: (column) => `date_format(${inChina(column)}, '%Y-%m-%d')`,
  chinaWeek: (column) =>
    `date_format(date_sub(${inChina(column)}, interval weekday(${inChina(column)}) day), '%Y-%m-%d')`,
  locksRows: true,
}

function columnSql(column: string, kind: string): string {
  return `${column} ${types[kind.replace('?', '')]}${kind.endsWith('?') ? ' null' : ' not null'}`
}

export function mysqlWriter(query: Query): Omit<Connection, 'execute'> {
  const insert = async (table: TableName, rows: readonly Row[], assigned: readonly string[]): Promise<void> => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0] ?? {})
    const values = `(${columns.map(() => '?').join(', ')})`
    for (const part of partsOf(sortedByKey(table, rows))) {
      await query(
        `insert into wecom_${table} (${columns.join(', ')}) values ${part.map(() => values).join(', ')}
        on duplicate key update ${assigned.join(', ')}`,
        part.flatMap((row) => columns.map((column) => row[column])),
      )
    }
  }
  return {
    find: async (table, columns, rows) => {
      const found: Record<string, unknown>[] = []
      for (const part of partsOf(rows)) {
        const text = `select ${columns.join(', ')} from wecom_${table} where ${whereKeys(table, part)}`
        found.push(...((await query(text, valuesOfKeys(table, part))).rows as Record<string, unknown>[]))
      }
      return found
    },
    upsert: (table, rows) => insert(table, rows, assignments(table, Object.keys(rows[0] ?? {}))),
    // `insert ignore` would turn errors into warnings, such as that of a value that does not fit.
    insertNew: (table, rows) => insert(table, rows, assignments(table, [])),
    change: async (table, row, columns, condition = {}) => {
      const set = Object.keys(columns).map(equals).join(', ')
      const where = [whereKeys(table, [row]), ...Object.keys(condition).map(equals)].join(' and ')
      const values = [...Object.values(columns), ...valuesOfKeys(table, [row]), ...Object.values(condition)]
      return (await query(`update wecom_${table} set ${set} where ${where}`, values)).affected > 0
    },
    remove: async (table, rows) => {
      for (const part of partsOf(sortedByKey(table, rows))) {
        await query(`delete from wecom_${table} where ${whereKeys(table, part)}`, valuesOfKeys(table, part))
      }
    },
  }
}

const equals = (column: string): string => `${column} = ?`

function whereKeys(table: TableName, rows: readonly Row[]): string {
  // Every server uses the primary key for this form. Some servers do not use it for `(a, b) in (…)`.
  const one = tables[table].key.map(equals).join(' and ')
  return rows.map(() => `(${one})`).join(' or ')
}

function valuesOfKeys(table: TableName, rows: readonly Row[]): (Value | undefined)[] {
  return rows.flatMap((row) => tables[table].key.map((column) => row[column]))
}

export function assignments(table: TableName, columns: readonly string[]): string[] {
  const key: readonly string[] = tables[table].key
  const changed = columns.filter(
    (column) => !key.includes(column) && column !== 'first_seen_at' && column !== 'read_at',
  )
  // Assignments run from left to right, and later ones see the values that earlier ones set. `read_at` comes last, so
  // all others can compare with its old value.
  if (columns.includes('read_at')) changed.push('read_at')
  // An assignment that changes nothing: MySQL knows no `do nothing`.
  if (changed.length === 0) return [`${key[0]} = ${key[0]}`]
  return changed.map((column) => `${column} = values(${column})`)
}

const longest = 128

/**
 * Divides rows into parts of 128, 64, 32, 16, 8, 4, 2 or 1 rows. With only eight sizes, there are few different
 * statements, which the server can cache as prepared statements.
 */
export function partsOf<Item>(rows: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (let from = 0, size = longest; from < rows.length;) {
    if (rows.length - from < size) size /= 2
    else parts.push(rows.slice(from, (from += size)))
  }
  return parts
}
