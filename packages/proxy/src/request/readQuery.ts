import { Refusal } from '../Refusal.ts'

// In characters. The longest documented parameter is a cursor of a few hundred characters.
const maxLength = 8192

export function readQuery(request: Request): Readonly<Record<string, string>> {
  const { search, searchParams } = new URL(request.url)
  if (search.length > maxLength) throw new Refusal('url_too_long')
  const entries = [...searchParams]
  if (new Set(searchParams.keys()).size < entries.length) throw new Refusal('duplicate')
  if (entries.some((entry) => entry.some((text) => notText.test(text)))) throw new Refusal('bad_query')
  return Object.fromEntries(entries)
}

// Control characters, and U+FFFD, by which `searchParams` replaces invalid UTF-8.
const notText = /[\p{Cc}\uFFFD]/u
