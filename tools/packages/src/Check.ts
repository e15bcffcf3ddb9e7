import type { PackageJson } from './listPackages.ts'

/** The result of one check, with the problems that it found. */
export interface Check {
  readonly name: string
  readonly problems: readonly string[]
}

/** A package as npm publishes it. */
export interface PackedPackage {
  readonly folder: string
  readonly packageJson: PackageJson
  readonly tarball: string
  /** The files in the tarball, relative to the package's folder. */
  readonly files: readonly string[]
}
