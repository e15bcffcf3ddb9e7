import { wrap } from '../render/comment.ts'
import type { Shape, ShapeField } from './Shape.ts'

/** Returns the valibot schema of an object, as TypeScript code. */
export function schemaOf({ name, fields }: Shape): string {
  return `wireObject<${name}>({ ${fields.map(entryOf).join(', ')} })`
}

function entryOf({ name, required, schema, unchecked }: ShapeField): string {
  return `${uncheckedComment(unchecked)}${name}: ${required ? schema : `v.optional(${schema})`}`
}

/**
 * Returns a `//` comment for the generated file, with the constraints that the schema does not check. A developer later
 * replaces the comment by a rule of the schema, or deletes the comment. Without such constraints, returns an empty
 * string.
 */
function uncheckedComment(unchecked: readonly string[]): string {
  if (unchecked.length === 0) return ''
  return ['', ...wrap(`Not checked by the schema: ${unchecked.join('; ')}`, 100).map((line) => `// ${line}`), ''].join(
    '\n',
  )
}
