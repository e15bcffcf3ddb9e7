/**
 * Facts about a function of the SDK, for its help text and its flags. The program has facts only about functions that
 * use the access token of a corp.
 */
export interface CallFacts {
  readonly package: string
  readonly title: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Number of the page in WeCom's documentation. */
  readonly docs: number
  readonly replacedBy?: string | undefined
  readonly fields: readonly CallField[]
}

export interface CallField {
  readonly name: string
  /**
   * Type of the field: `string`, `integer`, `boolean`, `file` or `object`. A list has `[]` after the type of its items,
   * such as `string[]`.
   */
  readonly type: string
  readonly required?: boolean | undefined
  readonly about?: string | undefined
  readonly fields?: readonly CallField[] | undefined
}
