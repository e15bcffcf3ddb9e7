import { insertSorted } from './insertSorted.ts'
import { moduleOf } from './moduleOf.ts'

/**
 * Adds an import and an entry to a list of what the fake corp serves.
 *
 * @param entry - e.g. `getContactServed`, or `...contactsServed`.
 * @param from - the module that exports it.
 */
export function insertServed(list: string, entry: string, from: string): string {
  const imports = list.match(/^import .*\n/gm) ?? []
  const statement = `import { ${entry.replace('...', '')} } from '${from}'\n`
  return list
    .replace(imports.join(''), insertSorted(imports, statement, moduleOf).join(''))
    .replace(/(?<= = \[)[^\]]*/, (entries) => insertSorted(entries.split(',').flatMap(trimmed), entry).join(', '))
}

/** Nothing for what stands behind the last comma. */
function trimmed(entry: string): string[] {
  return entry.trim() === '' ? [] : [entry.trim()]
}
