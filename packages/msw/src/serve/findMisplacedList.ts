import { fieldOf, isObject, type Shape } from './Shape.ts'

/**
 * Looks for a list that stands where an object belongs: valibot takes it for one that lacks all fields.
 *
 * @returns its path, `range[0]` say, which is empty where all is a list; undefined where there is none.
 */
export function findMisplacedList(shape: Shape, sent: unknown): string | undefined {
  return find(shape, sent)?.replace(/^\./, '')
}

function find(shape: Shape, sent: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined
  if (shape.wrapped) return find(shape.wrapped, sent)
  if (Array.isArray(sent)) return isObject(shape) ? '' : findInItems(shape, sent)
  for (const [name, value] of Object.entries(sent)) {
    const field = fieldOf(shape, name)
    const inner = field && find(field, value)
    if (inner !== undefined) return `.${name}${inner}`
  }
  return undefined
}

function findInItems({ item: shape }: Shape, items: readonly unknown[]): string | undefined {
  if (!shape) return undefined
  for (const [index, item] of items.entries()) {
    const inner = find(shape, item)
    if (inner !== undefined) return `[${index}]${inner}`
  }
  return undefined
}
