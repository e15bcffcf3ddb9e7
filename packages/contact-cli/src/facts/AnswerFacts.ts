/** Documented facts about a call and the fields of its answer. */
export interface AnswerFacts {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Number of the call's page in the official documentation. */
  readonly docs: number
  readonly effect: 'read' | 'write' | 'create' | 'send'
  readonly fields: readonly AnswerField[]
}

/** Field that the documentation lists for an answer. */
export interface AnswerField {
  readonly name: string
  readonly type: string
  /** Whether the documentation says that every successful answer has the field. */
  readonly required?: boolean | undefined
  /** Fields of the object, or of each object in the list. Undefined if the documented facts contain no such fields. */
  readonly fields?: readonly AnswerField[] | undefined
}
