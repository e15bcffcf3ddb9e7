import { existsSync, readFileSync } from 'node:fs'

/** The folder of the workspace. */
export const root: URL = new URL('../../../', import.meta.url)

/** The text of a file, by its path in the workspace; empty if there is none. */
export function readText(path: string): string {
  const file = new URL(path, root)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
