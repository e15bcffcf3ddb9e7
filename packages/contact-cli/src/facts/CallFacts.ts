/** The documented facts behind the help and the flags of one call. The call takes the token of a corp. */
export interface CallFacts {
  /** Domain package that has the call, e.g. `contacts`. */
  readonly package: string
  /** Official title, in Chinese. */
  readonly title: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Number of the official page. */
  readonly docs: number
  /** Call that supersedes this one. */
  readonly replacedBy?: string | undefined
  readonly fields: readonly CallField[]
}

/** One parameter, or one field of an object in a parameter. */
export interface CallField {
  readonly name: string
  /** `string`, `integer`, `boolean`, `file`, `object`, or one of them as a list: `string[]`. */
  readonly type: string
  readonly required?: boolean | undefined
  /** Meaning, units and limits. */
  readonly about?: string | undefined
  /** Fields of the object, or of each object in the list. */
  readonly fields?: readonly CallField[] | undefined
}
