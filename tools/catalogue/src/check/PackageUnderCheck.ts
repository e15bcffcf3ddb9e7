/** A package to check, and which calls of its catalogue it must have. */
export type PackageUnderCheck = {
  /** Name of the package and of its YAML file, e.g. `contacts`. */
  readonly name: string
  /** All that the package's index exports. */
  readonly exports: Readonly<Record<string, unknown>>
  /** The folder with one source file for each endpoint. The URL ends with a slash. */
  readonly sourceDir: URL
} & (
  | {
      /** Set if the package must have every call in the catalogue. */
      readonly complete: true
    }
  | {
      /**
       * Set if the package has only a part of the calls in the catalogue. Contains the names of exactly these calls.
       */
      readonly partial: readonly string[]
    }
)
