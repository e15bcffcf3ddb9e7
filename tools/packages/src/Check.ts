import type { PackageJson } from './listPackages.ts'

/** The result of one check of a package, with the problems that the check found. */
export interface Check {
  readonly name: string
  readonly problems: readonly string[]
}

/** A package that npm has packed. `folder` and `tarball` are paths. */
export interface PackedPackage {
  readonly folder: string
  readonly packageJson: PackageJson
  readonly tarball: string
  /** Paths of the files in the tarball, relative to the folder of the package. */
  readonly files: readonly string[]
}
