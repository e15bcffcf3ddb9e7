import { type Fields, isFields, mapFields } from '../text/Fields.ts'
import { numberFields } from './numberFields.ts'

/** The fields of a known event with the types that are documented, whether XML or JSON has brought them. */
export function readContent(fields: Fields): Fields {
  return mapFields(fields, (value, name) => (Object.hasOwn(numberFields, name) ? numberOf(value) : textOf(value)))
}

/** What should be a number and is none stays as it is: the event still says the rest. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** In JSON an id may come as a number. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textOf)
  if (isFields(value)) return mapFields(value, textOf)
  return typeof value === 'number' ? String(value) : value
}
