import { readdirSync } from 'node:fs'

/** The names of all packages that the catalogue has calls for, sorted. */
export function listCatalogues(): string[] {
  const files = readdirSync(new URL('../', import.meta.url)).filter((file) => file.endsWith('.yaml'))
  const names = files.map((file) => file.replace('.yaml', ''))
  return names.filter((name) => name !== 'errors' && name !== 'callbacks').toSorted()
}
