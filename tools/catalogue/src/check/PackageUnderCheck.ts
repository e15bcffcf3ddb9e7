/** A package to check, and the calls of the catalogue that the package must have. */
export type PackageUnderCheck = {
  /** Name of the package and of its YAML file, e.g. `contacts`. */
  readonly name: string
  /** All that the package's index exports. */
  readonly exports: Readonly<Record<string, unknown>>
  /** The folder with one source file for each endpoint. The URL ends with a slash. */
  readonly sourceDir: URL
} & (
  | {
      /** The package must have every call in its YAML file. */
      readonly complete: true
    }
  | {
      /** Names of the calls that the package must have. The package must not have other calls of the catalogue. */
      readonly partial: readonly string[]
    }
)
