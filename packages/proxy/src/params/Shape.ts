// Valibot documents these properties, but the type of the schemas in endpoints does not include them.
export interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  readonly item?: Shape | undefined
  // In `v.optional`, which only makes this schema optional.
  readonly wrapped?: Shape | undefined
  // Schemas of a union, or values of a picklist.
  readonly options?: readonly unknown[] | undefined
}
