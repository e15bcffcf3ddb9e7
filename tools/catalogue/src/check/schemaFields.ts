import type { ObjectSchemaLike, SchemaLike, WrapperLike } from './SchemaLike.ts'

type PlainSchema = Exclude<SchemaLike, WrapperLike | { readonly type: 'union' | 'variant' | 'lazy' }>

/** A field of an object schema. */
export interface SchemaField {
  readonly required: boolean
  readonly schema: SchemaLike
}

/**
 * Returns the types that a schema accepts. The types have the names that the catalogue uses: `string`, `object[]`, …
 */
export function typesOf(schema: SchemaLike): string[] {
  return [...new Set(alternativesOf(schema).flatMap(plainTypesOf))]
}

/**
 * Returns the fields of the objects that a schema accepts. If the schema accepts an array, returns the fields of the
 * objects in the array. If the schema accepts several kinds of objects, the result contains the fields of all kinds. A
 * field is required if all kinds require it.
 */
export function fieldsOf(schema: SchemaLike): Map<string, SchemaField> {
  const objects = objectsOf(schema)
  const names = new Set(objects.flatMap(({ entries }) => Object.keys(entries)))
  return new Map(
    [...names].map((name) => {
      const found = objects.flatMap(({ entries }) => entries[name] ?? [])
      const required = found.length === objects.length && !found.some(isOptional)
      return [name, { required, schema: { type: 'union', options: found } }]
    }),
  )
}

function objectsOf(schema: SchemaLike): ObjectSchemaLike[] {
  return alternativesOf(schema).flatMap((one) => {
    if (one.type === 'array') return objectsOf(one.item)
    return 'entries' in one ? [one] : []
  })
}

function alternativesOf(schema: SchemaLike): PlainSchema[] {
  switch (schema.type) {
    case 'optional':
    case 'exact_optional':
    case 'nullish':
    case 'nullable':
    case 'undefinedable':
      return alternativesOf(schema.wrapped)
    case 'union':
    case 'variant':
      return schema.options.flatMap(alternativesOf)
    case 'lazy':
      return alternativesOf(schema.getter(undefined))
    default:
      return [schema]
  }
}

function plainTypesOf(schema: PlainSchema): string[] {
  switch (schema.type) {
    case 'object':
    case 'loose_object':
    case 'strict_object':
    case 'object_with_rest':
    case 'record':
      return ['object']
    case 'array':
      return typesOf(schema.item).map((type) => `${type}[]`)
    case 'literal':
      return [typeof schema.literal]
    case 'picklist':
    case 'enum':
      return schema.options.map((option) => typeof option)
    case 'blob':
      return ['file']
    default:
      return [schema.type]
  }
}

function isOptional({ type }: SchemaLike): boolean {
  return type === 'optional' || type === 'exact_optional' || type === 'nullish'
}
