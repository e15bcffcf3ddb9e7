import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readText, root } from '../workspace.ts'

/**
 * Returns the source files that contain the version of each package, by path. With them, a package need not read its
 * package.json at run time.
 */
export function renderVersions(): Record<string, string> {
  const files = globSync('packages/*/src/version.ts', { cwd: fileURLToPath(root) })
  return Object.fromEntries(files.map((file) => [file, readText(file).replace(/'.*'/, `'${versionBeside(file)}'`)]))
}

function versionBeside(file: string): string {
  const { version } = JSON.parse(readText(file.replace('src/version.ts', 'package.json'))) as { version: string }
  return version
}
