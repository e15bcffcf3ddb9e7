import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const workspace: string = fileURLToPath(new URL('../../..', import.meta.url))

/** Every page of documentation, by its path in the workspace. */
export function listPages(): string[] {
  return globSync(['*.md', 'packages/*/README.md', 'packages/{callback,mock,proxy}/*.md', 'tools/*/README.md'], {
    cwd: workspace,
  }).toSorted()
}

export function readPage(page: string): string {
  return readFileSync(join(workspace, page), 'utf8')
}
