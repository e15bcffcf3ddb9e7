import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readText, root } from '../workspace.ts'

/**
 * Returns the source of the file `version.ts` of each package. The key is the path of the file. The file contains the
 * version, so that the package need not read its package.json at run time.
 */
export function renderVersions(): Record<string, string> {
  const files = globSync('packages/*/src/version.ts', { cwd: fileURLToPath(root) })
  return Object.fromEntries(files.map((file) => [file, readText(file).replace(/'.*'/, `'${versionBeside(file)}'`)]))
}

function versionBeside(file: string): string {
  const { version } = JSON.parse(readText(file.replace('src/version.ts', 'package.json'))) as { version: string }
  return version
}
