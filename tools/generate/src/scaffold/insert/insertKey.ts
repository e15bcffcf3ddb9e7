import { insertSorted } from './insertSorted.ts'

/** Adds a key to an object, in alphabetical order. */
export function insertKey<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Record<string, Value> {
  const all = { ...record, [key]: value }
  return Object.fromEntries(insertSorted(Object.keys(record), key).map((name) => [name, all[name] ?? value]))
}
