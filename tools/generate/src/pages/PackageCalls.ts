import type { CatalogueEndpoint } from '@wecom-tools/catalogue'

/** The calls of one package, in the order of the catalogue. */
export interface PackageCalls {
  /** E.g. `contacts`. */
  readonly name: string
  /** The folder of the source files, seen from the package. */
  readonly sourceFolder: string
  readonly calls: readonly Call[]
}

/** One call of the catalogue, and how far it has come. */
export interface Call {
  readonly entry: CatalogueEndpoint
  /** Number of the official page: of those in the catalogue the one that the endpoint names, once there is one. */
  readonly docs: number | undefined
  /** Whether the package exports it. */
  readonly written: boolean
  /** Whether the fake corp answers it. */
  readonly served: boolean
  /** Why it does not, where it says so. */
  readonly refusal?: string | undefined
}
