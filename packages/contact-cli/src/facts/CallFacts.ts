/**
 * Documented facts about a call, from which its help and its flags are made. Only calls with the token of a corp have
 * them.
 */
export interface CallFacts {
  /** Name of the domain package that has the call, e.g. `contacts`. */
  readonly package: string
  /** Title of the official page, in Chinese. */
  readonly title: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Number of the official page that documents the call. */
  readonly docs: number
  /** Name of the call that replaces this one, if this one is outdated. */
  readonly replacedBy?: string | undefined
  readonly fields: readonly CallField[]
}

/** A parameter of a call, or a field of an object in a parameter. */
export interface CallField {
  readonly name: string
  /**
   * Type of the value: `string`, `integer`, `boolean`, `file`, `object`, or a list of one of them, such as `string[]`.
   */
  readonly type: string
  readonly required?: boolean | undefined
  /** Description of the field for the help: meaning, units and limits. */
  readonly about?: string | undefined
  /** Fields of the object, or of each object in the list. Absent for other types. */
  readonly fields?: readonly CallField[] | undefined
}
