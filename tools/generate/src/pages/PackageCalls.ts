import type { CatalogueEndpoint } from '@wecom-tools/catalogue'

/** The calls of one package, in the order of the catalogue. */
export interface PackageCalls {
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly name: string
  /** Path of the folder with the source files, relative to the folder of the package. */
  readonly sourceFolder: string
  readonly calls: readonly Call[]
}

/** A call of the catalogue, and whether the SDK and the fake corp have it. */
export interface Call {
  readonly entry: CatalogueEndpoint
  /**
   * Number of the official page of the call. If the SDK has the call, this is `docs` of the endpoint. Otherwise it is
   * the first number in `docs` of the catalogue. The list `docs` is never empty, but TypeScript does not know this, so
   * the type includes undefined.
   */
  readonly docs: number | undefined
  /** Whether the package exports a function for the call. */
  readonly written: boolean
  /** Whether the fake corp answers the call. */
  readonly served: boolean
  /**
   * Reason why the fake corp does not answer the call. Absent if the fake corp answers the call, or if no reason is
   * known.
   */
  readonly refusal?: string | undefined
}
