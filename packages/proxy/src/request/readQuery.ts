import { Refusal } from '../Refusal.ts'

/** Characters, as they stand in the URL. The longest documented parameter, a cursor, has a few hundred. */
const maxLength = 8192

/**
 * The query of a request, each name once.
 *
 * @throws {Refusal} it is too long, a name comes twice, or it is no text.
 */
export function readQuery(request: Request): Readonly<Record<string, string>> {
  const { search, searchParams } = new URL(request.url)
  if (search.length > maxLength) throw new Refusal('url_too_long')
  const entries = [...searchParams]
  if (new Set(searchParams.keys()).size < entries.length) throw new Refusal('duplicate')
  if (entries.some((entry) => entry.some((text) => notText.test(text)))) throw new Refusal('bad_query')
  return Object.fromEntries(entries)
}

/** Broken UTF-8 becomes U+FFFD on its way into `searchParams`. */
const notText = /[\p{Cc}\uFFFD]/u
