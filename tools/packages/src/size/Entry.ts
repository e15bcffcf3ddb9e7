import type { Platform } from './bundlers/Bundler.ts'

/** One program whose bundle is measured. */
export interface Entry {
  readonly name: string
  readonly source: string
  /** Default: `browser`. */
  readonly platform?: Platform | undefined
  /** A program whose size is subtracted. */
  readonly without?: string | undefined
  /** Bytes, minified or after gzip. */
  readonly limit: { readonly min: number } | { readonly gzip: number }
  /** The paths of the API that the program calls. Any other in its bundle is a leak. */
  readonly paths: readonly string[]
  /** Words that must not be in the bundle. */
  readonly absent?: readonly string[] | undefined
}
