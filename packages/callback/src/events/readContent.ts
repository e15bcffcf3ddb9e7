import { type Fields, isFields } from '../text/Fields.ts'
import { numberFields } from './numberFields.ts'

/** The fields of a known event with the types that are documented, whether XML or JSON has brought them. */
export function readContent(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    Object.hasOwn(numberFields, name) ? numberOf(value) : textOf(value),
  ])
  return Object.fromEntries(entries)
}

/** What should be a number and is none stays as it is: the event still says the rest. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** In JSON an id may come as a number. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, textOf(item)]))
  return typeof value === 'number' ? String(value) : value
}
