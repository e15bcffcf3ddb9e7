import { insertSorted } from './insertSorted.ts'

/**
 * Adds an entry to a list of what the fake corp serves.
 *
 * @param entry - e.g. `getContactServed`, or `...contactsServed`.
 */
export function insertServed(list: string, entry: string): string {
  return list.replace(/(?<=: readonly Served\[\] = \[)[^\]]*/, (entries) =>
    insertSorted(entries.split(',').flatMap(trimmed), entry).join(', '),
  )
}

/** Nothing for what stands behind the last comma. */
function trimmed(entry: string): string[] {
  return entry.trim() === '' ? [] : [entry.trim()]
}
