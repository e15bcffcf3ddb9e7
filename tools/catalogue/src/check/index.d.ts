// The types for the packages: they are type-checked without Node's types, which the check itself needs.
import type { PackageUnderCheck } from './PackageUnderCheck.ts'

/** Holds all endpoints of a package against the catalogue. Each problem names package, function and field. */
export declare function checkPackage(target: PackageUnderCheck): string[]
