import { existsSync, readFileSync } from 'node:fs'
import { root } from './root.ts'

/** The text of a page, by its path in the workspace; empty where there is none. */
export function readPage(path: string): string {
  const file = new URL(path, root)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
