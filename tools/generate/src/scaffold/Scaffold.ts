import type { CatalogueEndpoint, tokenKind } from '@wecom-tools/catalogue'
import type { Shape } from './shape/Shape.ts'

/** The data from which the source file and the test of a call are generated. */
export interface Scaffold {
  /** Name of the package without `@wecom/`, e.g. `contacts`. */
  readonly packageName: string
  readonly entry: CatalogueEndpoint
  readonly token: ReturnType<typeof tokenKind>
  readonly params: Shape
  /** Names of the parameters that the request contains in its query. */
  readonly inQuery: readonly string[]
  readonly result: Shape
  /** Name of the type of the items, if the function lists items in pages. */
  readonly pagedItem: string | undefined
  /**
   * Name of the SDK function that shows whether a `create` or `send` call took effect, e.g. after the answer to the
   * call was lost. Undefined if there is no such function.
   */
  readonly checkWith: string | undefined
}
