/** The contents of one YAML file: all calls of one package. */
export interface Catalogue {
  readonly package: string
  readonly endpoints: readonly CatalogueEndpoint[]
}

/** A call of the API, as the official pages and other sources describe it. README.md explains the fields. */
export interface CatalogueEndpoint {
  readonly fn: string
  readonly easywechat: string | null
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly docs: readonly number[]
  readonly title_zh: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** Present if a successful answer may lack `errcode`. */
  readonly errcode?: 'optional' | undefined
  readonly check_with?: CatalogueCheckWith | undefined
  readonly deprecated: CatalogueDeprecation | null
  readonly callers: CatalogueCallers
  readonly query: readonly CatalogueField[]
  readonly body: readonly CatalogueField[]
  readonly response: readonly CatalogueField[]
  /**
   * The enumerations of the call. The outer key is the name of an enumeration, e.g. `add_way`. The inner object
   * contains the meaning of each value of the enumeration.
   */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly pagination: CataloguePagination | null
  readonly limits: readonly string[]
  readonly errors: readonly CatalogueError[]
  readonly notes: readonly string[]
  readonly sources: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
}

/**
 * Marks a `create` or `send` call whose effect cannot be checked with another call. If the answer to such a call is
 * lost, a program cannot find out whether the call took effect.
 */
export interface CatalogueCheckWith {
  /** The reason why no other call shows whether this call took effect. */
  readonly none: string
}

export interface CatalogueDeprecation {
  readonly since: string | null
  readonly replaced_by: string
  readonly why: string
}

/** The kinds of apps that may make the call. Each text usually starts with yes or no, and may add a condition. */
export interface CatalogueCallers {
  readonly self_built?: string | undefined
  readonly provider_developed?: string | undefined
  readonly third_party?: string | undefined
  readonly system_secret?: string | undefined
  readonly token?: string | undefined
  readonly permission?: Readonly<Record<string, string>> | undefined
}

/** A field of the query, of the request body or of the response. */
export interface CatalogueField {
  readonly name: string
  readonly type: string
  /**
   * Whether the field is required. A response field is required if `presence` starts with `always` or `on success`,
   * and does not contain the word `absent`.
   */
  readonly required: boolean
  /** Text that describes when a response contains the field. Undefined for a field of a request. */
  readonly presence?: string | undefined
  readonly constraints?: string | undefined
  readonly meaning?: string | undefined
  /** `refused` if the parameter is optional, but WeCom refuses an empty value. Absent for all other parameters. */
  readonly empty?: 'refused' | undefined
  /** Fields of the object, or of each object in the array. Absent if the fields are not known. */
  readonly fields?: readonly CatalogueField[] | undefined
}

export interface CataloguePagination {
  readonly style: 'cursor' | 'offset' | 'page'
  readonly in: string
  readonly out?: string | undefined
  readonly items: string
  readonly limit: {
    readonly default: number | null
    readonly max: number
    readonly parameter?: string | undefined
  }
  readonly end: string
}

export interface CatalogueError {
  readonly code: number
  readonly meaning: string
  /**
   * `item` or `item (presumed)` if WeCom returns the errcode for one item of the result. Undefined if WeCom returns the
   * errcode for the whole call.
   */
  readonly level?: string | undefined
}
