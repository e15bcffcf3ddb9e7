/** A package to check, and the calls of the catalogue that the package must have. */
export type PackageUnderCheck = {
  /** Name of the package and of its YAML file, e.g. `contacts`. */
  readonly name: string
  /** The exports of the package's index, by name. */
  readonly exports: Readonly<Record<string, unknown>>
  /** The folder with one source file for each endpoint. The URL ends with a slash. */
  readonly sourceDir: URL
} & (
  | {
      /** The package must have every call that the YAML file of the package contains. */
      readonly complete: true
    }
  | {
      /** Names of the calls that the package must have. The package must not have other calls of the catalogue. */
      readonly partial: readonly string[]
    }
)
