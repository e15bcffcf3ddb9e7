import { type Fields, isFields, mapFields } from '../text/Fields.ts'

/** Where a field may come more than once: one alone makes a list too. */
const lists: ReadonlySet<string> = new Set(['MemChangeList.Item', 'ExtraInfo.AuthOpenKfIdList.OpenKfId'])

/** The fields of an event, known or not, with lists where there may be lists. */
export function readLists(fields: Fields, path = ''): Fields {
  return mapFields(fields, (value, name) => readList(value, path + name))
}

function readList(value: unknown, path: string): unknown {
  if (lists.has(path)) return [value].flat()
  return isFields(value) ? readLists(value, `${path}.`) : value
}
