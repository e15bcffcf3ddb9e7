import { existsSync, readFileSync } from 'node:fs'

/** URL of the workspace's root folder. */
export const root: URL = new URL('../../../', import.meta.url)

/** Returns the text of a file, by its path in the workspace. Returns an empty text if the file does not exist. */
export function readText(path: string): string {
  const file = new URL(path, root)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
