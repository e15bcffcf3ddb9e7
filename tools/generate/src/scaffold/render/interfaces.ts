import type { Shape, ShapeField } from '../shape/Shape.ts'
import { docComment } from './comment.ts'

/** Lines are up to 120 characters long, and fields are two spaces in. */
const width = 118

/** The interfaces of an object and of those in it, from the outside in. */
export function interfacesOf(shape: Shape): string {
  return shapesOf(shape).map(renderInterface).join('\n')
}

/** An object and those in it, from the outside in. */
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
