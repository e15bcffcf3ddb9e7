import type { Shape } from './Shape.ts'

/** An object with every field. */
export function sampleOf({ fields }: Pick<Shape, 'fields'>): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, sample }) => [name, sample]))
}
