import type { Platform } from './bundlers/Bundler.ts'

/** One program whose bundle is measured. */
export interface Entry {
  readonly name: string
  readonly source: string
  /** The target of the bundle. Default: `browser`. */
  readonly platform?: Platform | undefined
  /**
   * Source of a second program. If set, `limit` applies to the size of this program minus the size of the second
   * program.
   */
  readonly baseline?: string | undefined
  /** Maximum size of the bundle in bytes: minified, or after gzip. */
  readonly limit: { readonly min: number } | { readonly gzip: number }
  /**
   * The paths of WeCom's API that the program calls. The check fails if the bundle contains other paths of this API.
   */
  readonly paths: readonly string[]
  /** Words that the bundle must not contain. */
  readonly absent?: readonly string[] | undefined
}
