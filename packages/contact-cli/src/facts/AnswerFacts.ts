/** A call and the fields that WeCom documents for its answer. */
export interface AnswerFacts {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Number of the official page that documents the call. */
  readonly docs: number
  readonly effect: 'read' | 'write' | 'create' | 'send'
  readonly fields: readonly AnswerField[]
}

/** A documented field of an answer. */
export interface AnswerField {
  readonly name: string
  readonly type: string
  /** Whether every successful answer has the field. */
  readonly required?: boolean | undefined
  /** Fields of the object, or of each object in the list. Absent if the catalogue does not have them. */
  readonly fields?: readonly AnswerField[] | undefined
}
