import { insertImport } from './insertImport.ts'
import { insertSorted } from './insertSorted.ts'

/**
 * Adds an import and an entry to a list of what the fake corp serves.
 *
 * @param entry - e.g. `getContactServed`, or `...contactsServed`.
 * @param from - the module that exports it.
 */
export function insertServed(list: string, entry: string, from: string): string {
  return insertImport(list, `import { ${entry.replace('...', '')} } from '${from}'`).replace(
    /(?<= = \[)[^\]]*/,
    (entries) => insertSorted(entries.split(',').flatMap(trimmed), entry).join(', '),
  )
}

/** Nothing for what stands behind the last comma. */
function trimmed(entry: string): string[] {
  return entry.trim() === '' ? [] : [entry.trim()]
}
