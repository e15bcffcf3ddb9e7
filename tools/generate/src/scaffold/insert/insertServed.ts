import { insertSorted } from './insertSorted.ts'

/**
 * Adds an entry to the text of a list of endpoints that the fake corp serves.
 *
 * @param entry - e.g. `getContactServed`, or `...contactsServed`.
 */
export function insertServed(list: string, entry: string): string {
  return list.replace(/(?<=: readonly Served\[\] = \[)[^\]]*/, (entries) =>
    insertSorted(entries.split(',').flatMap(trimmed), entry).join(', '),
  )
}

/**
 * Returns a list with the trimmed entry, or an empty list if the entry is empty. The text after the last comma of a
 * list is an empty entry.
 */
function trimmed(entry: string): string[] {
  return entry.trim() === '' ? [] : [entry.trim()]
}
