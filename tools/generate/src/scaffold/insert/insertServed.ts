import { insertSorted } from './insertSorted.ts'

/**
 * Adds an entry to a list of endpoints that the fake corp serves, and returns the new text of the file.
 *
 * @param list - name of the list, e.g. `contactsServed`. A file can contain further lists.
 * @param entry - e.g. `getContactServed`, or `...contactsServed`.
 * @throws {Error} the file does not contain the list.
 */
export function insertServed(text: string, list: string, entry: string): string {
  const start = startOfList(list)
  const at = text.indexOf(start)
  if (at === -1) throw new Error(`"${start}" is missing in the answers of the fake corp. Nothing was written`)
  const from = at + start.length
  const to = text.indexOf(']', from)
  const entries = insertSorted(text.slice(from, to).split(',').flatMap(trimmed), entry)
  return text.slice(0, from) + entries.join(', ') + text.slice(to)
}

/** Returns the code at the beginning of a list of endpoints that the fake corp serves. */
export function startOfList(list: string): string {
  return `export const ${list}: readonly Served[] = [`
}

/**
 * Returns a list with the trimmed entry, or an empty list if the entry is empty. The text after the last comma of a
 * list is an empty entry.
 */
function trimmed(entry: string): string[] {
  return entry.trim() === '' ? [] : [entry.trim()]
}
