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

export function startOfList(list: string): string {
  return `export const ${list}: readonly Served[] = [`
}

function trimmed(entry: string): string[] {
  // The text after a comma at the end of the list is empty. This text is not an entry.
  return entry.trim() === '' ? [] : [entry.trim()]
}
