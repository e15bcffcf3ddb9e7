/**
 * Properties of a Valibot schema that describe its fields. Valibot documents these properties. The type of the schemas
 * in endpoints does not include them.
 */
export interface Shape {
  readonly type: string
  /** Schemas of the fields, if the schema describes an object. */
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  /** Schema of the items, if the schema describes an array. */
  readonly item?: Shape | undefined
  /** Schema of the value, if this schema only makes another schema optional (`v.optional`). */
  readonly wrapped?: Shape | undefined
  /** Schemas of the alternatives, if the schema is a union. Allowed values, if it is a picklist. */
  readonly options?: readonly unknown[] | undefined
}
