import { wrap } from '../render/comment.ts'
import type { Shape, ShapeField } from './Shape.ts'

/** The schema of an object, as TypeScript. */
export function schemaOf({ name, fields }: Shape): string {
  return `wireObject<${name}>({ ${fields.map(entryOf).join(', ')} })`
}

function entryOf({ name, required, schema, prose }: ShapeField): string {
  return `${proseComment(prose)}${name}: ${required ? schema : `v.optional(${schema})`}`
}

/** A comment for the author, who turns it into a rule or deletes it. */
function proseComment(prose: readonly string[]): string {
  if (prose.length === 0) return ''
  return ['', ...wrap(`Still prose: ${prose.join('; ')}`, 100).map((line) => `// ${line}`), ''].join('\n')
}
