import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The fields of a package.json that the tools read. */
export interface PackageJson {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  /**
   * The file to load for each internal module name, such as `#connectionFailure`. If the file depends on the runtime,
   * the value is an object with a file for each condition, such as `browser`. Conditions can be nested.
   */
  readonly imports?: ImportTargets
}

export interface ImportTargets {
  readonly [name: string]: string | ImportTargets
}

export interface WorkspacePackage {
  readonly folder: string
  readonly packageJson: PackageJson
  /**
   * The entries of the package. `specifier` is the text after `from` in an import, e.g. `@wecom/core/node`. `file` is
   * the path of the built file that this import loads.
   */
  readonly entries: readonly { readonly specifier: string; readonly file: string }[]
}

export const workspaceRoot: string = fileURLToPath(new URL('../../../', import.meta.url))

/** Returns the packages that are published, sorted by name. */
export async function listPackages(): Promise<WorkspacePackage[]> {
  const parent = join(workspaceRoot, 'packages')
  const packages: WorkspacePackage[] = []
  for (const name of (await readdir(parent)).toSorted()) {
    const folder = join(parent, name)
    if (!existsSync(join(folder, 'package.json'))) continue
    const packageJson = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageJson
    if (!packageJson.private) packages.push({ folder, packageJson, entries: readEntries(folder, packageJson) })
  }
  return packages
}

function readEntries(folder: string, { name, exports = {} }: PackageJson): WorkspacePackage['entries'] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    const file = typeof target === 'string' ? undefined : target['default']
    return file === undefined ? [] : [{ specifier: name + subpath.slice(1), file: join(folder, file) }]
  })
}
