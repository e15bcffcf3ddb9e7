/** One call, and the answer that WeCom documents for it. */
export interface AnswerFacts {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Number of the official page. */
  readonly docs: number
  readonly effect: 'read' | 'write' | 'create' | 'send'
  readonly fields: readonly AnswerField[]
}

/** A field of an answer. */
export interface AnswerField {
  readonly name: string
  readonly type: string
  /** Every successful answer has the field. */
  readonly required?: boolean | undefined
  /** Fields of the object, or of each object in the list; absent where they are not known. */
  readonly fields?: readonly AnswerField[] | undefined
}
