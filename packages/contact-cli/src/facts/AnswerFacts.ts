export interface AnswerFacts {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Number of the page in the official documentation. */
  readonly docs: number
  readonly effect: 'read' | 'write' | 'create' | 'send'
  readonly fields: readonly AnswerField[]
}

export interface AnswerField {
  readonly name: string
  readonly type: string
  /** Whether every successful answer has the field, according to the documentation. */
  readonly required?: boolean | undefined
  /** Fields of the object, or of each object in the list. */
  readonly fields?: readonly AnswerField[] | undefined
}
