// What the packages see. They are type-checked without Node's types, which the check itself cannot do without.
import type { PackageUnderCheck } from './PackageUnderCheck.ts'

/** Holds all endpoints of a package against the catalogue. Each problem names package, function and field. */
export declare function checkPackage(target: PackageUnderCheck): string[]
