import type * as v from 'valibot'
import type { Entry, Field, GroupField, Variant } from './Field.ts'

/**
 * The fields of a valibot schema that `describeSchema` reads. The documentation of valibot describes these fields, but
 * the type `v.GenericSchema` does not declare them.
 */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  readonly item?: Shape | undefined
  readonly wrapped?: Shape | undefined
  /** The schemas of a union or variant, or the values of a picklist. */
  readonly options?: readonly unknown[] | undefined
  readonly literal?: unknown
  readonly key?: string | undefined
}

/** Returns the form field for a valibot schema. */
export function describeSchema(schema: v.GenericSchema): Field {
  return describe(schema)
}

function describe({ type, entries, item, wrapped, options = [], literal, key = '' }: Shape): Field {
  if (wrapped) return describe(wrapped)
  if (entries) return describeEntries(entries)
  switch (type) {
    case 'string':
      return { kind: 'text' }
    case 'number':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'boolean' }
    case 'file':
      return { kind: 'file' }
    case 'array':
      return { kind: 'list', item: item ? describe(item) : { kind: 'json' } }
    case 'picklist':
      return describeValues(options)
    case 'literal':
      return describeValues([literal])
    case 'variant':
      return { kind: 'variant', key, variants: (options as Shape[]).map((option) => describeVariant(option, key)) }
    case 'union':
      return describeUnion(options as Shape[])
    default:
      return { kind: 'json' }
  }
}

/** Returns the form fields of an object, with the required fields first. */
function describeEntries(shapes: Readonly<Record<string, Shape>>): GroupField {
  const entries = Object.entries(shapes).flatMap(([name, shape]): Entry[] => {
    // A field that only another variant has.
    if (shape.wrapped?.type === 'never') return []
    return [{ name, required: shape.type !== 'optional', field: describe(shape) }]
  })
  return { kind: 'group', entries: entries.toSorted((one, other) => Number(other.required) - Number(one.required)) }
}

function describeValues(values: readonly unknown[]): Field {
  return {
    kind: 'choice',
    choices: values.map((value) => ({ value: value as string | number, label: String(value) })),
  }
}

function describeVariant({ entries = {} }: Shape, key: string): Variant {
  const { [key]: discriminator, ...others } = entries
  const { literal } = discriminator?.wrapped ?? discriminator ?? {}
  return { value: String(literal), group: describeEntries(others) }
}

/**
 * Returns the form field for a parameter that accepts values of several types. The form field is for the first of these
 * types that the playground page can show. If the page can show none of them, the user enters JSON.
 */
function describeUnion(options: readonly Shape[]): Field {
  return options.map(describe).find(({ kind }) => kind !== 'json') ?? { kind: 'json' }
}
