import { hash } from 'node:crypto'

export interface Content {
  // Sorted keys, so that equal data has equal text.
  readonly data: string
  readonly hash: string
}

/**
 * Removes NUL characters, which Postgres refuses, and replaces incomplete surrogate pairs by U+FFFD. Returns an empty
 * text if `text` is undefined because WeCom's answer lacks the field.
 */
export function cleanText(text: string | undefined): string {
  if (text === undefined) return ''
  return text.isWellFormed() && !text.includes('\u0000') ? text : text.toWellFormed().replaceAll('\u0000', '')
}

/** Returns the message of a thrown value as a text that a row can store. Never throws. */
export function reasonOf(thrown: unknown): string {
  try {
    const text = String(thrown instanceof Error && thrown.message ? thrown.message : thrown)
    return cleanText(text.slice(0, maxReasonLength))
  } catch {
    // Such as an object without `toString`.
    return 'an error without a message'
  }
}

const maxReasonLength = 2_000

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

export function textOrNull(text: string | undefined): string | null {
  return text === undefined ? null : cleanText(text)
}

/** Returns `value`, or 0 if `value` is undefined because WeCom's answer lacks the field. */
export function cleanInt(value: number | undefined): number {
  return value ?? 0
}

/**
 * Converts seconds since 1970 to a `Date`. Returns 1970-01-01 if `seconds` is undefined because WeCom's answer lacks
 * the field.
 */
export function fromSeconds(seconds: number | undefined): Date {
  return new Date(cleanInt(seconds) * 1000)
}

export function toMs(moment: Date | string): number {
  return new Date(moment).getTime()
}

export function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
