import { type Table, type TableName, tables } from '../schema/tables.ts'
import type { Connection, Dialect, Row, Value } from './Database.ts'
import { type Query, sortedByKey } from './server.ts'

const types: Readonly<Record<string, string>> = {
  // Compared byte by byte, whatever the database's own order is.
  id: 'text collate "C"',
  text: 'text',
  int: 'bigint',
  time: 'timestamptz(3)',
  json: 'jsonb',
  serial: 'bigint generated always as identity',
}

// An array type cannot have a collation.
const arrayTypes: Readonly<Record<string, string>> = { ...types, id: 'text', time: 'timestamptz' }

const inChina = (column: string): string => `${column} at time zone 'UTC' + interval '8 hours'`

export const postgresDialect: Dialect = {
  name: 'postgres',
  createTable: (name) => {
    const { key, columns, indexes = [] }: Table = tables[name]
    const lines = Object.entries(columns).map(([column, kind]) => columnSql(column, kind))
    return [
      `create table if not exists wecom_${name} (${lines.join(', ')}, primary key (${key.join(', ')}))`,
      ...indexes.map(
        (index) => `create index if not exists wecom_${name}_${index.join('_')} on wecom_${name} (${index.join(', ')})`,
      ),
    ]
  },
  addColumn: (name, column) => {
    const { columns }: Table = tables[name]
    return `alter table wecom_${name} add column ${columnSql(column, String(columns[column]))}`
  },
  listColumns: (name) =>
    `select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = 'wecom_${name}'`,
  textsOf: (column, field) => `jsonb_array_elements_text(${column} -> '${field}') as texts (value)`,
  chinaDay: (column) => `to_char(${inChina(column)}, 'YYYY-MM-DD')`,
  chinaWeek: (column) => `to_char(date_trunc('week', ${inChina(column)}), 'YYYY-MM-DD')`,
  locksRows: true,
}

function columnSql(column: string, kind: string): string {
  return `${column} ${types[kind.replace('?', '')]}${kind.endsWith('?') ? '' : ' not null'}`
}

export function postgresWriter(query: Query): Omit<Connection, 'execute'> {
  const insert = async (table: TableName, rows: readonly Row[], onConflict: string): Promise<void> => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0] ?? {})
    const sorted = sortedByKey(table, rows)
    const list = columns.join(', ')
    // One array for each column. With one parameter for each value, each number of rows would need another statement,
    // and could exceed the limit of Postgres, 65,535 parameters.
    const text = `insert into wecom_${table} (${list}) select * from ${unnest(table, columns)} on conflict ${onConflict}`
    await query(text, arraysOf(columns, sorted))
  }
  return {
    find: async (table, columns, rows) => {
      if (rows.length === 0) return []
      const text = `select ${columns.join(', ')} from wecom_${table} where ${whereKeys(table)}`
      return (await query(text, arraysOf(keyOf(table), rows))).rows as Record<string, unknown>[]
    },
    upsert: (table, rows) => {
      const set = Object.keys(rows[0] ?? {})
        .filter((column) => !keyOf(table).includes(column) && column !== 'first_seen_at')
        .map((column) => `${column} = excluded.${column}`)
      const update = set.length === 0 ? 'nothing' : `update set ${set.join(', ')}`
      return insert(table, rows, `(${keyOf(table).join(', ')}) do ${update}`)
    },
    insertNew: (table, rows) => insert(table, rows, 'do nothing'),
    change: async (table, row, columns, condition = {}) => {
      const names = Object.keys(columns)
      const set = names.map((name, index) => `${name} = $${index + 1}`).join(', ')
      const fixed = [...keyOf(table), ...Object.keys(condition)]
      const where = fixed.map((name, index) => `${name} = $${names.length + index + 1}`).join(' and ')
      const values = [...Object.values(columns), ...keyOf(table).map((name) => row[name]), ...Object.values(condition)]
      return (await query(`update wecom_${table} set ${set} where ${where}`, values)).affected > 0
    },
    remove: async (table, rows) => {
      if (rows.length === 0) return
      await query(
        `delete from wecom_${table} where ${whereKeys(table)}`,
        arraysOf(keyOf(table), sortedByKey(table, rows)),
      )
    },
  }
}

function whereKeys(table: TableName): string {
  return `(${keyOf(table).join(', ')}) in (select * from ${unnest(table, keyOf(table))})`
}

function keyOf(table: TableName): readonly string[] {
  return tables[table].key
}

function unnest(table: TableName, columns: readonly string[]): string {
  const kinds: Table['columns'] = tables[table].columns
  const arrays = columns.map((column, index) => `$${index + 1}::${arrayTypes[kinds[column]?.replace('?', '') ?? '']}[]`)
  return `unnest(${arrays.join(', ')})`
}

function arraysOf(columns: readonly string[], rows: readonly Row[]): (Value | undefined)[][] {
  return columns.map((column) => rows.map((row) => row[column]))
}
