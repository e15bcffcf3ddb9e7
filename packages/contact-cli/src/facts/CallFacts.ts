/** Facts for the help text and the flags of a call. Only calls with the access token of a corp have them. */
export interface CallFacts {
  /** Package of the call without `@wecom/`, for example `contacts`. */
  readonly package: string
  /** Official Chinese title of the page. */
  readonly title: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Number of the page in the official documentation. */
  readonly docs: number
  /** Newer call that replaces this one, if there is one. */
  readonly replacedBy?: string | undefined
  readonly fields: readonly CallField[]
}

export interface CallField {
  readonly name: string
  /** `string`, `integer`, `boolean`, `file` or `object`. The type of a list ends with `[]`, such as `string[]`. */
  readonly type: string
  readonly required?: boolean | undefined
  /** For the help text: meaning, units and limits. */
  readonly about?: string | undefined
  /** Fields of the object, or of each object in the list. */
  readonly fields?: readonly CallField[] | undefined
}
