import { expect, test } from 'vitest'
import { type FileData, toFile } from './toFile.ts'

const bytes = new TextEncoder().encode('报价')

test('default', async () => {
  const file = await toFile(bytes, '报价 "单".pdf')

  expect(file).toBeInstanceOf(File)
  expect(file).toMatchObject({ name: '报价 "单".pdf', type: 'application/pdf', size: 6 })
  expect(await file.text()).toBe('报价')
})

async function* chunks<T>(...list: T[]): AsyncGenerator<T> {
  yield* list
}

/**
 * Test case with bytes in a `SharedArrayBuffer`. The list is empty in a web page without cross-origin isolation,
 * because such a page has no `SharedArrayBuffer`.
 */
const sharedBytes: [string, FileData][] =
  'SharedArrayBuffer' in globalThis ? [['shared bytes', new Uint8Array(new SharedArrayBuffer(6))]] : []

test.each<[string, FileData]>([
  ['a Blob', new Blob([bytes])],
  ['an ArrayBuffer', bytes.slice().buffer],
  ['a part of an ArrayBuffer', new Uint8Array([1, ...bytes, 2]).subarray(1, 7)],
  ...sharedBytes,
  ['a string', '报价'],
  ['a DataView', new DataView(Uint8Array.of(1, ...bytes, 2).buffer, 1, 6)],
  ['a stream', new Blob([bytes]).stream()],
  ['bytes as they come, in chunks that cut characters', chunks(bytes.slice(0, 2), bytes.slice(2))],
  ['texts as they come', chunks('报', '价')],
])('behavior: of %s', async (name, data) => {
  const file = await toFile(data, '报价.txt')

  expect(file).toMatchObject({ name: '报价.txt', type: 'text/plain', size: 6 })
  expect(await file.text()).toBe(name === 'shared bytes' ? '\0'.repeat(6) : '报价')
})

test('behavior: later changes of the bytes do not change the file', async () => {
  const changing = bytes.slice()
  const file = await toFile(changing, 'a.txt')
  changing.fill(0)

  expect(await file.text()).toBe('报价')
})

test.each([
  ['a.jpg', 'image/jpeg'],
  ['a.JPEG', 'image/jpeg'],
  ['a.b.png', 'image/png'],
  ['a.amr', 'audio/amr'],
  ['a.mp4', 'video/mp4'],
  ['a.later', 'application/octet-stream'],
  ['png', 'image/png'],
  ['constructor', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('behavior: the type of %s', async (name, type) => {
  expect((await toFile(bytes, name)).type).toBe(type)
})

test('behavior: a type that is given goes before that of the Blob, and this before the ending', async () => {
  const blob = new Blob([bytes], { type: 'image/webp' })

  expect((await toFile(blob, 'a.png')).type).toBe('image/webp')
  expect((await toFile(blob, 'a.png', { type: 'image/avif' })).type).toBe('image/avif')
})

async function* cutChunks(): AsyncGenerator<Uint8Array> {
  yield bytes
  throw new Error('cut')
}

test('error: chunks that break off', async () => {
  await expect(toFile(cutChunks(), 'a.txt')).rejects.toThrow('cut')
})

test('error: a stream that breaks off', async () => {
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('cut')) })

  // Chromium has words of its own for it.
  await expect(toFile(stream, 'a.txt')).rejects.toThrow(/cut|Failed to fetch/)
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 1],
  ['an object', { data: '报价' }],
  ['a stream of objects', chunks({ data: '报价' })],
])('error: %s does not become a file that says [object Object]', async (_, data) => {
  await expect(toFile(data as FileData, '报价.txt')).rejects.toThrow(
    new TypeError('toFile takes a string, a Blob, bytes, or a stream of bytes'),
  )
})
