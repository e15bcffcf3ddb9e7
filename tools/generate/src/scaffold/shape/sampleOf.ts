import type { Shape } from './Shape.ts'

/** Returns a sample object with a value for every field. */
export function sampleOf({ fields }: Pick<Shape, 'fields'>): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, sample }) => [name, sample]))
}
