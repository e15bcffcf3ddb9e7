import { join } from 'node:path'
import type { Check, PackedPackage } from '../Check.ts'
import { workspaceRoot } from '../listPackages.ts'
import { run } from '../run.ts'

/**
 * Checks that TypeScript finds the types of every entry of a package, with every module setting of TypeScript that
 * allows ES modules.
 */
export async function checkTypes({ tarball }: PackedPackage): Promise<Check> {
  const attw = join(workspaceRoot, 'node_modules/.bin/attw')
  const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color']
  const { exitCode, output } = await run(attw, [tarball, ...options], workspaceRoot)
  return { name: 'attw, esm-only', problems: exitCode === 0 ? [] : [output] }
}
