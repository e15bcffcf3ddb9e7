/**
 * The parts of a Valibot schema that describe its fields. Valibot documents them, but its generic type, which endpoints
 * use, lacks them.
 */
export interface Shape {
  readonly type: string
  /** The fields of an object. */
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  /** The items of an array. */
  readonly item?: Shape | undefined
  /** The schema of an optional value. */
  readonly wrapped?: Shape | undefined
  /** The schemas of a union, or the values of a picklist. */
  readonly options?: readonly unknown[] | undefined
}
