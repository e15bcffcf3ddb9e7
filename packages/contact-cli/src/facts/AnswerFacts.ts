export interface AnswerFacts {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly docs: number
  readonly effect: 'read' | 'write' | 'create' | 'send'
  readonly fields: readonly AnswerField[]
}

export interface AnswerField {
  readonly name: string
  readonly type: string
  readonly required?: boolean | undefined
  readonly fields?: readonly AnswerField[] | undefined
}
