/**
 * Whether a shape describes parameters or a result. The schema of parameters has exact limits, and the schema of a
 * result accepts any value of the type.
 */
export type Side = 'params' | 'result'

/** An object of a request or a response. Its interface, its schema and a sample value are generated from it. */
export interface Shape {
  /** Name of the interface that describes the object. */
  readonly name: string
  readonly fields: readonly ShapeField[]
}

export interface ShapeField extends ShapeValue {
  readonly name: string
  readonly required: boolean
  /** Text of the field's doc comment. May be empty. */
  readonly doc: string
  /** Constraints that the catalogue states for the field, but the schema does not check. */
  readonly unchecked: readonly string[]
}

/**
 * The type, the schema and a sample of a field's value. Type and schema are TypeScript code. If the field is optional,
 * the functions that write the source file add `| undefined` to the type and `v.optional` to the schema.
 */
export interface ShapeValue {
  readonly type: string
  readonly schema: string
  readonly sample: unknown
  /** The object that the field contains, or the objects in the list that the field contains. */
  readonly shape?: Shape | undefined
}
