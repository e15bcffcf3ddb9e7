import type { Platform } from './bundlers/Bundler.ts'

/** One program whose bundle is measured. */
export interface Entry {
  readonly name: string
  readonly source: string
  /** The target of the bundle. Default: `browser`. */
  readonly platform?: Platform | undefined
  /** Source of a second program. If set, `limit` applies to the difference between the sizes of the two programs. */
  readonly without?: string | undefined
  /** Maximum size of the bundle in bytes: minified, or after gzip. */
  readonly limit: { readonly min: number } | { readonly gzip: number }
  /** The paths of the API that the program calls. Any other path in its bundle is an error. */
  readonly paths: readonly string[]
  /** Words that the bundle must not contain. */
  readonly absent?: readonly string[] | undefined
}
