import { hash } from 'node:crypto'

/** Writes an answer of WeCom as it is stored: with sorted keys, so that equal content has equal text. */
export interface Content {
  /** JSON. */
  readonly data: string
  /** Differs where the content does. */
  readonly hash: string
}

/** Makes a text that every database takes: no NUL, which Postgres refuses, and no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.isWellFormed() && !text.includes('\u0000') ? text : text.toWellFormed().replaceAll('\u0000', '')
}

/** The content of a value of JSON. Its texts are cleaned; what is undefined is left out. */
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

/** A moment of unix seconds, as WeCom writes them. */
export function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000)
}

/** A moment that a database gave back, or one of our own, in milliseconds since 1970. */
export function toMs(moment: Date | string): number {
  return new Date(moment).getTime()
}

/** A value of JSON that a database gave back. */
export function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
