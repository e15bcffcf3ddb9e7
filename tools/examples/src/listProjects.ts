import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Returns the folders of the example projects, below `tools/examples`. */
export function listProjects(): string[] {
  return globSync('{*,module-formats/*}/package.json', {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    exclude: ['install', 'node_modules'],
  })
    .map(dirname)
    .toSorted()
}
