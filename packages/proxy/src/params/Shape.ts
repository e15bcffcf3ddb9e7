/**
 * The parts of a valibot schema that tell which fields there are. Valibot documents them; its generic type, which the
 * schemas of endpoints have, leaves them out.
 */
export interface Shape {
  readonly type: string
  /** Of objects. */
  readonly entries?: Readonly<Record<string, Shape>> | undefined
  /** Of arrays. */
  readonly item?: Shape | undefined
  /** Of what may be left out. */
  readonly wrapped?: Shape | undefined
  /** Of unions: schemas. Of picklists: values. */
  readonly options?: readonly unknown[] | undefined
}
