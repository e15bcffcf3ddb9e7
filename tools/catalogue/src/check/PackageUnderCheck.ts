/** A package, and how much of its catalogue it has to have. */
export type PackageUnderCheck = {
  /** Name of the package and of its YAML file, e.g. `contacts`. */
  readonly name: string
  /** All that the package's index exports. */
  readonly exports: Readonly<Record<string, unknown>>
  /** The folder that holds one file for each endpoint, with a slash at the end. */
  readonly sourceDir: URL
} & (
  | {
      /** Every call in the catalogue. */
      readonly complete: true
    }
  | {
      /** Exactly these calls. */
      readonly partial: readonly string[]
    }
)
