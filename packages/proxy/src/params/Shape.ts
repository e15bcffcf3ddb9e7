/**
 * The parts of a Valibot schema that describe its fields. Valibot documents them, but the generic schema type of
 * endpoints lacks them.
 */
export interface Shape {
  readonly type: string
  /** Schemas of the fields of an object. */
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  /** Schema of the items of an array. */
  readonly item?: Shape | undefined
  /** Schema of the value, if the value is optional. */
  readonly wrapped?: Shape | undefined
  /** The schemas of a union, or the values of a picklist. */
  readonly options?: readonly unknown[] | undefined
}
