import type { Platform } from './bundlers/Bundler.ts'

/** One program whose bundle is weighed. */
export interface Entry {
  readonly name: string
  readonly source: string
  /** Default: `browser`. */
  readonly platform?: Platform | undefined
  /** A program whose weight is taken off first. */
  readonly without?: string | undefined
  /** Bytes, as they are or after gzip. */
  readonly limit: { readonly min: number } | { readonly gzip: number }
  /** The paths of the API that the program calls. Any other in its bundle is a leak. */
  readonly paths: readonly string[]
  /** Words that have no place in the program. */
  readonly absent?: readonly string[] | undefined
}
