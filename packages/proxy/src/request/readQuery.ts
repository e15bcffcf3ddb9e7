import { Refusal } from '../Refusal.ts'

/** Characters in the URL. The longest documented parameter, a cursor, has a few hundred. */
const maxLength = 8192

/**
 * Reads the query of a request. Every name must be unique.
 *
 * @throws {Refusal} the query is too long, a name is repeated, or it is not text.
 */
export function readQuery(request: Request): Readonly<Record<string, string>> {
  const { search, searchParams } = new URL(request.url)
  if (search.length > maxLength) throw new Refusal('url_too_long')
  const entries = [...searchParams]
  if (new Set(searchParams.keys()).size < entries.length) throw new Refusal('duplicate')
  if (entries.some((entry) => entry.some((text) => notText.test(text)))) throw new Refusal('bad_query')
  return Object.fromEntries(entries)
}

/** `searchParams` replaces invalid UTF-8 by U+FFFD. */
const notText = /[\p{Cc}\uFFFD]/u
