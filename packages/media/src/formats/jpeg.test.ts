import { expect, test } from 'vitest'
import { jpegFile, jpegSegment, WatchedFile } from '../fixtures/mediaFiles.ts'
import { readBytes } from './bytes.ts'
import type { ImageSize } from './ImageSize.ts'
import { isJpeg, jpegSize } from './jpeg.ts'
import { readFile } from './reading.ts'

const readJpegSize = (file: Blob): Promise<ImageSize | undefined> => readFile(file, jpegSize())

const start = Uint8Array.of(0xff, 0xd8)

test('default', async () => {
  const file = jpegFile(1080, 10_800, [jpegSegment(0xe0, 'JFIF')])

  expect(isJpeg(await readBytes(file, 0, 16))).toBe(true)
  expect(await readJpegSize(file)).toEqual({ width: 1080, height: 10_800 })
})

test('behavior: other files are not recognised', async () => {
  expect(isJpeg(await readBytes(new Blob(['RIFF....WEBP']), 0, 16))).toBe(false)
  expect(isJpeg(await readBytes(new Blob([start]), 0, 16))).toBe(false)
})

test('behavior: the size of a preview in the metadata is not that of the image', async () => {
  const metadata = jpegSegment(0xe1, new Blob(['Exif\0\0', jpegFile(160, 120)]))

  expect(await readJpegSize(jpegFile(4000, 3000, [metadata]))).toEqual({ width: 4000, height: 3000 })
})

test('behavior: fill bytes and markers without a length are stepped over', async () => {
  const file = jpegFile(640, 480, [
    Uint8Array.of(0xff),
    jpegSegment(0xc4, 'tables'),
    Uint8Array.of(0xff, 0xff),
    Uint8Array.of(0xff, 0xd0),
  ])

  expect(await readJpegSize(file)).toEqual({ width: 640, height: 480 })
})

test('behavior: only the heads of the segments are read', async () => {
  const file = new WatchedFile([jpegFile(640, 480, [jpegSegment(0xe2, new Uint8Array(60_000))])], 'a.jpg')

  expect(await readJpegSize(file)).toEqual({ width: 640, height: 480 })
  expect(file.bytesRead).toBe(18)
})

test.each<[string, Blob]>([
  ['nothing', new Blob([])],
  ['the start alone', new Blob([start])],
  ['a file that breaks off in its frame', jpegFile(640, 480).slice(0, 8)],
  ['a file that ends before a frame', new Blob([start, Uint8Array.of(0xff, 0xd9), 'more bytes'])],
  ['a scan without a frame', jpegFile(640, 480, [jpegSegment(0xda, 'scan')])],
  ['bytes that are no marker', new Blob([start, 'something else altogether'])],
  ['a length that leads out of the file', new Blob([start, Uint8Array.of(0xff, 0xe0, 0xff, 0xff), 'short file'])],
])('behavior: %s has no size', async (_, file) => {
  expect(await readJpegSize(file)).toBe(undefined)
})

test('behavior: millions of tiny segments are not followed to the end', async () => {
  for (const segment of [
    [0xff, 0xe0, 0, 0],
    [0xff, 0xff, 0xff, 0xff],
  ]) {
    const file = new WatchedFile([start, new Uint8Array(4_000_000).map((_, at) => segment[at % 4] ?? 0)], 'a.jpg')

    expect(await readJpegSize(file)).toBe(undefined)
    expect(file.bytesRead).toBeLessThan(10_000)
  }
})
