import type { Shape, ShapeField } from '../shape/Shape.ts'
import { docComment } from './comment.ts'

/**
 * Maximum length of each line in the doc comment of a field, in characters, without the indentation. Lines of code have
 * up to 120 characters, and fields are indented by two spaces.
 */
const width = 118

/** Returns the TypeScript interfaces of an object and of the objects inside it, outer objects first. */
export function interfacesOf(shape: Shape): string {
  return shapesOf(shape).map(renderInterface).join('\n')
}

/** Returns an object and the objects inside it, outer objects first. */
export function shapesOf(shape: Shape): Shape[] {
  return [shape, ...shape.fields.flatMap((field) => (field.shape ? shapesOf(field.shape) : []))]
}

function renderInterface({ name, fields }: Shape): string {
  return `export interface ${name} {${fields.length > 0 ? '\n' : ''}${fields.map(renderField).join('')}}\n`
}

function renderField({ name, required, doc, type }: ShapeField): string {
  const comment = doc === '' ? '' : docComment(doc, width)
  return `${comment}${name}${required ? `: ${type}` : `?: ${type} | undefined`}\n`
}
