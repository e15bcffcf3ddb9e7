/** One YAML file: every call of one package. */
export interface Catalogue {
  readonly package: string
  readonly endpoints: readonly CatalogueEndpoint[]
}

/** One call of the API, as the official pages and other sources describe it. The keys are explained in README.md. */
export interface CatalogueEndpoint {
  readonly fn: string
  readonly easywechat: string | null
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly docs: readonly number[]
  readonly title_zh: string
  readonly summary: string
  readonly effect: 'read' | 'write' | 'create' | 'send'
  /** A successful answer may come without `errcode`. */
  readonly errcode?: 'optional' | undefined
  readonly check_with?: CatalogueCheckWith | undefined
  readonly deprecated: CatalogueDeprecation | null
  readonly callers: CatalogueCallers
  readonly query: readonly CatalogueField[]
  readonly body: readonly CatalogueField[]
  readonly response: readonly CatalogueField[]
  /** By name of the enumeration: what each value means. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly pagination: CataloguePagination | null
  readonly limits: readonly string[]
  readonly errors: readonly CatalogueError[]
  readonly notes: readonly string[]
  readonly sources: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
}

/** Why no call can tell whether a `create` or `send` without an answer took effect. */
export interface CatalogueCheckWith {
  readonly none: string
}

export interface CatalogueDeprecation {
  readonly since: string | null
  readonly replaced_by: string
  readonly why: string
}

/** Which kinds of apps may make the call; the text opens with yes or no where that is known. */
export interface CatalogueCallers {
  readonly self_built?: string | undefined
  readonly provider_developed?: string | undefined
  readonly third_party?: string | undefined
  readonly system_secret?: string | undefined
  readonly token?: string | undefined
  readonly permission?: Readonly<Record<string, string>> | undefined
}

/** A field of the query, the body or the response. */
export interface CatalogueField {
  readonly name: string
  readonly type: string
  /** For a response field it follows from `presence`. */
  readonly required: boolean
  /** When a response has the field, in words. */
  readonly presence?: string | undefined
  readonly constraints?: string | undefined
  readonly meaning?: string | undefined
  /** Only for parameters: WeCom refuses a present but empty value, although the parameter is optional. */
  readonly empty?: 'refused' | undefined
  /** Fields of the object, or of each object in the array; absent where they are not known. */
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
  /** `item`: the code stands beside one item of the result, not at the top of the answer. */
  readonly level?: string | undefined
}
