import * as v from 'valibot'
import type { Shape } from './Shape.ts'

/**
 * The path of a field that the schema does not name, at any depth. Schemas let such fields pass, for what WeCom adds
 * tomorrow; through a proxy they would be ways around `authorize`, which cannot know them either.
 *
 * @param value - one that fits the schema.
 */
export function findUnknownField(schema: Shape, value: unknown, path = ''): string | undefined {
  const { type, entries, item, wrapped, options = [] } = schema
  if (wrapped) return findUnknownField(wrapped, value, path)
  if (type === 'union' || type === 'variant') return findInUnion(options as v.GenericSchema[], value, path)
  if (item && Array.isArray(value)) {
    return first(value.map((each, index) => findUnknownField(item, each, `${path}[${index}]`)))
  }
  if (!entries || typeof value !== 'object' || value === null) return undefined
  return first(
    Object.entries(value).map(([name, each]) => {
      const place = path ? `${path}.${name}` : name
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined
      return entry ? findUnknownField(entry, each, place) : place
    }),
  )
}

/** Known is what one of the options that fit knows. */
function findInUnion(options: readonly v.GenericSchema[], value: unknown, path: string): string | undefined {
  const found = options.filter((option) => v.is(option, value)).map((option) => findUnknownField(option, value, path))
  return found.includes(undefined) ? undefined : found[0]
}

function first(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined)
}
