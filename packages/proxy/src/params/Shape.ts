/**
 * Properties of a Valibot schema that Valibot documents, but that the type of the schemas in endpoints does not
 * include.
 */
export interface Shape {
  readonly type: string
  /** Fields, if the schema describes an object. */
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  /** Items, if the schema describes an array. */
  readonly item?: Shape | undefined
  /** Schema that this schema only makes optional (`v.optional`). */
  readonly wrapped?: Shape | undefined
  /** Schemas of the alternatives of a union, or allowed values of a picklist. */
  readonly options?: readonly unknown[] | undefined
}
