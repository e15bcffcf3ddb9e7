import { Refusal } from '../Refusal.ts'
import { SentFile } from '../serve/SentFile.ts'
import type { StoredFile } from '../tenant/media.ts'
import { megabyte } from './uploaded.ts'

/** The largest file, or part of one, that is sent at once. */
const maxBytes = 20 * megabyte

/**
 * A file, or the part that a Range header asks for. A header that asks for no single part is not looked at.
 *
 * @throws {Refusal} 830002: too much at once.
 */
export function sendFile({ filename, content_type, content }: StoredFile, range: string | undefined): SentFile {
  const { length } = content
  const headers = {
    'content-type': content_type,
    'content-disposition': `attachment; filename="${toHeader(filename)}"`,
    'accept-ranges': 'bytes',
  }
  const part = range === undefined ? undefined : readRange(range, length)
  if (part === 'outside') return new SentFile(416, { 'content-range': `bytes */${length}` }, new Uint8Array(0))
  const { start, end } = part ?? { start: 0, end: length - 1 }
  if (end - start + 1 > maxBytes) throw new Refusal(830002)
  if (!part) return new SentFile(200, headers, content)
  return new SentFile(
    206,
    { ...headers, 'content-range': `bytes ${start}-${end}/${length}` },
    content.slice(start, end + 1),
  )
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-100` */
function readRange(text: string, length: number): { start: number; end: number } | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text.trim()) ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(length - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return start > end ? 'outside' : { start, end }
}

/** Headers carry bytes; WeCom sends names as raw UTF-8, one character for each byte here. No header holds control characters. */
function toHeader(filename: string): string {
  const bytes = new TextEncoder().encode(filename.replace(/["\p{Cc}]/gu, '_'))
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
