import type { CatalogueField } from '../Catalogue.ts'
import { type SchemaField, fieldsOf, typesOf } from './schemaFields.ts'
import type { SchemaLike } from './SchemaLike.ts'
import { unless } from './unless.ts'

/**
 * Compares the fields of a schema with the fields in the catalogue, including the fields of nested objects. Returns the
 * problems. Each problem is a text that starts with `prefix`.
 */
export function checkFields(prefix: string, schema: SchemaLike, expected: readonly CatalogueField[]): string[] {
  const fields = fieldsOf(schema)
  const known = new Set(expected.map(({ name }) => name))
  const extra = [...fields.keys()].filter((name) => !known.has(name))
  return [
    ...expected.flatMap((entry) => checkField(prefix + entry.name, fields.get(entry.name), entry)),
    ...extra.map((name) => `${prefix}${name} is not in the catalogue`),
  ]
}

function checkField(label: string, field: SchemaField | undefined, entry: CatalogueField): string[] {
  if (!field) return [`${label} is missing here`]
  return [...checkRequired(label, field, entry), ...checkType(label, field, entry)]
}

function checkRequired(label: string, field: SchemaField, entry: CatalogueField): string[] {
  return unless(
    field.required === entry.required,
    `${label} is ${optionality(field)} here, ${optionality(entry)} in the catalogue`,
  )
}

function checkType(label: string, { schema }: SchemaField, { type, fields }: CatalogueField): string[] {
  const types = typesOf(schema)
  if (!types.includes(typeInSchema(type))) return [`${label} is ${types.join(' or ')} here, ${type} in the catalogue`]
  return fields ? checkFields(`${label}${type.endsWith('[]') ? '[]' : ''}.`, schema, fields) : []
}

function optionality({ required }: { readonly required: boolean }): string {
  return required ? 'required' : 'optional'
}

function typeInSchema(type: string): string {
  return type.replace('integer', 'number')
}
