/**
 * Documented facts about a call. The program creates its help text and its command-line flags from them. It has such
 * facts only for calls with the access token of a corp.
 */
export interface CallFacts {
  /** Name of the package that contains the call, without `@wecom/`: for example `contacts`. */
  readonly package: string
  /** Official Chinese title of the call's page. */
  readonly title: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Number of the call's page in the official documentation. */
  readonly docs: number
  /** Name of the newer call that replaces this one. Undefined if the call is not outdated. */
  readonly replacedBy?: string | undefined
  readonly fields: readonly CallField[]
}

/** Parameter of a call, or a field inside a parameter. */
export interface CallField {
  readonly name: string
  /**
   * Type of the value: `string`, `integer`, `boolean`, `file` or `object`. The type of a list ends with `[]`, such as
   * `string[]`.
   */
  readonly type: string
  readonly required?: boolean | undefined
  /** Description of the field for the help text: meaning, units and limits. */
  readonly about?: string | undefined
  /** Fields of the object, or of each object in the list. Undefined for other types. */
  readonly fields?: readonly CallField[] | undefined
}
