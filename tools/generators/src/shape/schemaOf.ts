import type { Shape } from './Shape.ts'

/** The schema of an object, as TypeScript. */
export function schemaOf({ name, fields }: Shape): string {
  const entries = fields.map(
    (field) => `${field.name}: ${field.required ? field.schema : `v.optional(${field.schema})`}`,
  )
  return `wireObject<${name}>({ ${entries.join(', ')} })`
}
