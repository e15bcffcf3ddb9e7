import widthOf from 'fast-string-width'
import { printable } from './printable.ts'
import { renderPairs, renderTable } from './renderTable.ts'

type AnyObject = Readonly<Record<string, unknown>>

const indent = '  '

/**
 * Formats the result of a call as text for people. Values are never shortened.
 * - Single values come first, one per line.
 * - Each list follows as a table.
 * - If a table would be wider than the terminal, or an item contains a list of objects, the list is printed item by
 *   item.
 */
export function renderResult(result: object, columns: number): string {
  const lines = renderObject(result as AnyObject, columns)
  return lines.length === 0 ? 'done\n' : toText(lines)
}

export function renderItems(name: string, items: readonly unknown[], columns: number): string {
  return toText(renderList(name, items, columns))
}

function renderObject(object: AnyObject, columns: number): string[] {
  const fields = flatten(object)
  const pairs = fields.filter(([, value]) => isCell(value)).map(([name, value]) => [name, cellOf(value)] as const)
  const lists = fields.filter((field): field is [string, readonly unknown[]] => !isCell(field[1]))
  return joinByBlankLine([renderPairs(pairs), ...lists.map(([name, items]) => renderList(name, items, columns))])
}

function renderList(name: string, items: readonly unknown[], columns: number): string[] {
  const heading = `${name} (${items.length})`
  if (!items.every(isObject)) return [heading, ...indented(items.map(cellOf))]
  const table = renderItemsAsTable(items)
  if (table?.every((line) => widthOf(line) + indent.length <= columns)) return [heading, ...indented(table)]
  const blocks = items.map((item, index) => [`#${index + 1}`, ...renderObject(item, columns - indent.length)])
  return [heading, ...indented(joinByBlankLine(blocks))]
}

function renderItemsAsTable(items: readonly AnyObject[]): string[] | undefined {
  const rows = items.map((item) => new Map(flatten(item)))
  if (items.length === 0 || rows.some((row) => [...row.values()].some((value) => !isCell(value)))) return undefined
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return renderTable(
    header,
    rows.map((row) => header.map((field) => cellOf(row.get(field)))),
  )
}

function flatten(object: AnyObject, prefix = ''): [name: string, value: unknown][] {
  return Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
    const name = prefix + printable(key)
    return isObject(value) && Object.keys(value).length > 0 ? flatten(value, `${name}.`) : [[name, value]]
  })
}

const longestList = 40

function isCell(value: unknown): boolean {
  return !Array.isArray(value) || (!value.some(isObject) && widthOf(cellOf(value)) <= longestList)
}

function cellOf(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.length === 0 ? '(empty)' : value.map(cellOf).join(', ')
  return printable(typeof value === 'string' ? value : JSON.stringify(value))
}

function isObject(value: unknown): value is AnyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line))
}

function joinByBlankLine(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
