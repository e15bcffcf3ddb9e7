import { wrap } from '../render/comment.ts'
import type { Shape, ShapeField } from './Shape.ts'

/** Returns the valibot schema of an object, as TypeScript code. */
export function schemaOf({ name, fields }: Shape): string {
  return `wireObject<${name}>({ ${fields.map(entryOf).join(', ')} })`
}

function entryOf({ name, required, schema, prose }: ShapeField): string {
  return `${proseComment(prose)}${name}: ${required ? schema : `v.optional(${schema})`}`
}

/**
 * Returns a comment with the constraints that the schema does not check. The author converts it to a rule or deletes
 * it.
 */
function proseComment(prose: readonly string[]): string {
  if (prose.length === 0) return ''
  return ['', ...wrap(`Still prose: ${prose.join('; ')}`, 100).map((line) => `// ${line}`), ''].join('\n')
}
