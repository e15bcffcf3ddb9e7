import type { CatalogueEndpoint, tokenKind } from '@wecom-tools/catalogue'
import type { Shape } from './shape/Shape.ts'

/** A call of the catalogue with all that is needed to write it down. */
export interface Scaffold {
  /** E.g. `contacts`. */
  readonly packageName: string
  readonly entry: CatalogueEndpoint
  readonly token: ReturnType<typeof tokenKind>
  readonly params: Shape
  /** Names of the parameters that travel in the query. */
  readonly inQuery: readonly string[]
  readonly result: Shape
  /** Type of the items, where the function lists them page by page. */
  readonly pagedItem: string | undefined
  /** Function that tells whether a `create` or `send` without an answer took effect. */
  readonly checkWith: string | undefined
}
