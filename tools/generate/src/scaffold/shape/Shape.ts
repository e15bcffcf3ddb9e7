/** Parameters are checked strictly; in results, any value of the type will do. */
export type Side = 'params' | 'result'

/** An object as it travels, from which its interface, its schema and a sample are written. */
export interface Shape {
  /** Name of the interface. */
  readonly name: string
  readonly fields: readonly ShapeField[]
}

export interface ShapeField extends ShapeValue {
  readonly name: string
  readonly required: boolean
  /** Text of the doc comment; may be empty. */
  readonly doc: string
  /** Constraints of the catalogue that the schema does not check. */
  readonly prose: readonly string[]
}

/** The value of a field. Type and schema are TypeScript, without the mark of an optional field. */
export interface ShapeValue {
  readonly type: string
  readonly schema: string
  readonly sample: unknown
  /** The object that the field holds, or holds a list of. */
  readonly shape?: Shape | undefined
}
