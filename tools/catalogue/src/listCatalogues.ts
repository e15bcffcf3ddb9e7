import { readdirSync } from 'node:fs'

/** Returns the names of all packages that have a file in the catalogue, sorted. */
export function listCatalogues(): string[] {
  const files = readdirSync(new URL('../', import.meta.url)).filter((file) => file.endsWith('.yaml'))
  const names = files.map((file) => file.replace('.yaml', ''))
  return names.filter((name) => name !== 'errors' && name !== 'callbacks').toSorted()
}
