import { hash } from 'node:crypto'

/** Data from WeCom in the form in which the tables store it. Its keys are sorted, so equal data has equal text. */
export interface Content {
  /** The data as JSON with sorted keys. */
  readonly data: string
  /** Hash of `data`. Two contents with the same hash are equal. */
  readonly hash: string
}

/**
 * Returns a copy of a text that every database accepts. The function removes NUL characters, because Postgres refuses
 * them. It also replaces incomplete surrogate pairs.
 */
export function cleanText(text: string): string {
  return text.isWellFormed() && !text.includes('\u0000') ? text : text.toWellFormed().replaceAll('\u0000', '')
}

/**
 * Converts data from WeCom to the form in which the tables store it. The function cleans texts with `cleanText`, and
 * omits undefined fields.
 */
export function toContent(value: object): Content {
  let data = JSON.stringify(ordered(value))
  // JSON writes what has to be cleaned as an escape, and few texts have one: it is cheaper to clean those once more.
  if (data.includes('\\u')) data = JSON.stringify(cleaned(JSON.parse(data)))
  return { data, hash: hash('sha256', data, 'base64url').slice(0, 22) }
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ordered)
  const fields = value as Record<string, unknown>
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(fields).toSorted()) result[name] = ordered(fields[name])
  return result
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(cleaned)
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [cleanText(name), cleaned(field)]))
}

/** Converts unix seconds, as WeCom sends them, to a `Date`. */
export function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000)
}

/** Converts a time from the database, or a `Date`, to milliseconds since 1970. */
export function toMs(moment: Date | string): number {
  return new Date(moment).getTime()
}

/** Parses a JSON value from the database. A value that is already parsed is returned unchanged. */
export function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
