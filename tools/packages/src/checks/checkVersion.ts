import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Check, PackedPackage } from '../Check.ts'

/** Checks that the version in `src/version.ts` of a package equals the version in its `package.json`. */
export async function checkVersion({
  folder,
  packageJson,
}: Pick<PackedPackage, 'folder' | 'packageJson'>): Promise<Check> {
  const file = join(folder, 'src/version.ts')
  if (!existsSync(file)) return { name: 'version', problems: [] }
  const { version } = (await import(pathToFileURL(file).href)) as { version: string }
  const problem = `src/version.ts says ${version}, package.json ${packageJson.version}`
  return { name: 'version', problems: version === packageJson.version ? [] : [problem] }
}
