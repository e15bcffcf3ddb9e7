import * as v from 'valibot'
import type { Shape } from './Shape.ts'

/**
 * Returns the path of a field that a schema does not contain, such as `range.to`. Schemas accept unknown fields,
 * because WeCom may add fields. The proxy must refuse them, because the option `authorize` cannot check fields that it
 * does not know.
 *
 * @param value - a value that the schema accepts.
 */
export function findUnknownField(schema: Shape, value: unknown, path = ''): string | undefined {
  const { type, entries, item, wrapped, options } = schema
  if (wrapped) return findUnknownField(wrapped, value, path)
  if (type === 'union' || type === 'variant') return findInUnion(options as v.GenericSchema[], value, path)
  if (item && Array.isArray(value)) return findInList(item, value, path)
  if (entries && typeof value === 'object' && value !== null) return findInObject(entries, value, path)
  return undefined
}

function findInList(item: Shape, list: readonly unknown[], path: string): string | undefined {
  for (const [index, each] of list.entries()) {
    const unknown = findUnknownField(item, each, `${path}[${index}]`)
    if (unknown !== undefined) return unknown
  }
  return undefined
}

function findInObject(entries: NonNullable<Shape['entries']>, value: object, path: string): string | undefined {
  for (const [name, each] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined
    const unknown = entry ? findUnknownField(entry, each, place) : place
    if (unknown !== undefined) return unknown
  }
  return undefined
}

function findInUnion(options: readonly v.GenericSchema[], value: unknown, path: string): string | undefined {
  // It is enough if one alternative that accepts the value contains all of its fields.
  const found = options.filter((option) => v.is(option, value)).map((option) => findUnknownField(option, value, path))
  return found.includes(undefined) ? undefined : found[0]
}
