import { expect, test } from 'vitest'
import { type DownloadedMedia, toDownloadedMedia } from './toDownloadedMedia.ts'

const body = new ReadableStream<Uint8Array>()
const read = (headers: Record<string, string>): DownloadedMedia =>
  toDownloadedMedia({ status: 200, headers: new Headers(headers), body })

/** Converts a text to one character for each of its UTF-8 bytes. `Headers` returns headers in this form. */
const raw = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text))

test('default', () => {
  expect(
    read({
      'content-type': 'application/pdf',
      'content-length': '12',
      'content-disposition': 'attachment; filename="quote.pdf"',
    }),
  ).toEqual({ body, contentType: 'application/pdf', size: 12, filename: 'quote.pdf' })
})

test('behavior: headers that are missing', () => {
  expect(read({})).toEqual({ body, contentType: 'application/octet-stream' })
})

test('behavior: a part of a file', () => {
  expect(read({ 'content-range': 'bytes 16-31/100', 'content-length': '16' })).toMatchObject({
    size: 16,
    range: { start: 16, end: 31, total: 100 },
  })
  expect(read({ 'content-range': 'bytes 16-31/*' }).range).toEqual({ start: 16, end: 31 })
  expect(read({ 'content-range': 'bytes */100' }).range).toBe(undefined)
})

test('behavior: the length of compressed bytes is not the size', () => {
  expect(read({ 'content-length': '12', 'content-encoding': 'gzip' }).size).toBe(undefined)
})

test.each([
  [`attachment; filename="${raw('报价单.pdf')}"`, '报价单.pdf'],
  [`attachment; filename=${raw('报价单.pdf')}`, '报价单.pdf'],
  ["attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.pdf", '报价.pdf'],
  ['attachment; filename="fallback.pdf"; filename*=utf-8\'zh\'%E6%8A%A5.pdf', '报.pdf'],
  ['attachment; filename="fallback.pdf"; filename*=UTF-8\'\'%E6%8', 'fallback.pdf'],
  ['attachment; filename="fallback.pdf"; filename*=GBK\'\'%B1%A8', 'fallback.pdf'],
  ['attachment; FileName = "a; b.pdf" ; size=3', 'a; b.pdf'],
  [String.raw`attachment; filename="a \"b\".pdf"`, 'a "b".pdf'],
  ['attachment; name="; filename=no.pdf"; filename=yes.pdf', 'yes.pdf'],
  ['attachment; filename="100%25.pdf"', '100%25.pdf'],
  ['attachment; filename="caf\xe9.pdf"', 'café.pdf'],
  ['attachment; filename="open.pdf', '"open.pdf'],
  ['attachment', undefined],
  ['attachment; filename=""', undefined],
])('behavior: the name in %s', (disposition, filename) => {
  expect(read({ 'content-disposition': disposition }).filename).toBe(filename)
})

test('behavior: a name that the runtime has decoded already', () => {
  const headers = new Headers()
  // Headers of other runtimes may hold values that this runtime refuses.
  headers.get = (name) => (name === 'content-disposition' ? 'attachment; filename="乐.pdf"' : null)

  expect(toDownloadedMedia({ status: 200, headers, body }).filename).toBe('乐.pdf')
})

test.each([
  ['attachment; filename="../../etc/passwd"', 'passwd'],
  ["attachment; filename*=UTF-8''..%2F..%5Cboot.ini", 'boot.ini'],
  ["attachment; filename*=UTF-8''a%00%0A.pdf", 'a.pdf'],
  ['attachment; filename=".."', undefined],
  ['attachment; filename="folder/"', undefined],
])('behavior: %s leads nowhere', (disposition, filename) => {
  expect(read({ 'content-disposition': disposition }).filename).toBe(filename)
})
