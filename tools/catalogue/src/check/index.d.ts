// Type declarations for the packages. The packages are type-checked without the types of Node.js, which the source
// files of the check need.
import type { PackageUnderCheck } from './PackageUnderCheck.ts'

/**
 * Compares all endpoints of a package with the catalogue. Returns the problems as texts. Each text contains the name of
 * the package and of the function, and describes one problem.
 */
export declare function checkPackage(target: PackageUnderCheck): string[]
