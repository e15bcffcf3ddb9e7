import { fieldOf, isObject, type Shape } from './Shape.ts'

/**
 * Leaves out empty lists that stand where an object belongs: PHP writes an object without fields so. WeCom goes on with
 * what it understood, and warns.
 *
 * @returns what came, itself where there is nothing to leave out.
 */
export function dropEmptyLists(shape: Shape, sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent
  let kept: Record<string, unknown> = sent as Record<string, unknown>
  for (const [name, value] of Object.entries(sent)) {
    const field = fieldOf(shape, name)
    if (!field || typeof value !== 'object') continue
    const { [name]: _before, ...others } = kept
    if (isEmptyList(value) && isObject(field)) kept = others
    else {
      const inner = dropEmptyLists(field, value)
      if (inner !== value) kept = { ...kept, [name]: inner }
    }
  }
  return kept
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
