import { Refusal } from '../Refusal.ts'

/**
 * Maximum length of the query string in characters. The longest documented parameter is a cursor of a few hundred
 * characters.
 */
const maxLength = 8192

/**
 * Reads the parameters in the query string of a request. Each name may occur only once.
 *
 * @throws {Refusal} the query string is too long, a name is repeated, or a value contains control characters or invalid
 * UTF-8.
 */
export function readQuery(request: Request): Readonly<Record<string, string>> {
  const { search, searchParams } = new URL(request.url)
  if (search.length > maxLength) throw new Refusal('url_too_long')
  const entries = [...searchParams]
  if (new Set(searchParams.keys()).size < entries.length) throw new Refusal('duplicate')
  if (entries.some((entry) => entry.some((text) => notText.test(text)))) throw new Refusal('bad_query')
  return Object.fromEntries(entries)
}

/** Pattern for control characters and U+FFFD. `searchParams` replaces invalid UTF-8 by U+FFFD. */
const notText = /[\p{Cc}\uFFFD]/u
