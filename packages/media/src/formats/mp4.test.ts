import { expect, test } from 'vitest'
import {
  fragmentsHeader,
  longFragmentsHeader,
  longMovieHeader,
  movieHeader,
  mp4Box,
  mp4File,
  WatchedFile,
} from '../fixtures/mediaFiles.ts'
import { readBytes } from './bytes.ts'
import { isMp4, mp4Seconds } from './mp4.ts'
import { readFile } from './reading.ts'

const readMp4Seconds = (file: Blob): Promise<number | undefined> => readFile(file, mp4Seconds(file.size))

test('default', async () => {
  const file = mp4File(31)

  expect(isMp4(await readBytes(file, 0, 16))).toBe(true)
  expect(await readMp4Seconds(file)).toBe(31)
})

test('behavior: other files are not recognised', async () => {
  expect(isMp4(await readBytes(new Blob(['RIFF....AVI LIST']), 0, 16))).toBe(false)
  expect(isMp4(await readBytes(new Blob(['\0\0\0']), 0, 16))).toBe(false)
})

test.each(['qt  ', 'heic', 'heix', 'mif1', 'avif', 'M4A '])(
  'behavior: a file of brand %s is no MP4 file, though in the same boxes',
  async (brand) => {
    expect(isMp4(await readBytes(mp4Box('ftyp', brand, '\0\0\0\0'), 0, 16))).toBe(false)
  },
)

test('behavior: a file without a file type, as the first edition had it', async () => {
  const file = new Blob([mp4Box('moov', movieHeader(1000, 1500)), mp4Box('mdat', 'film')])

  expect(isMp4(await readBytes(file, 0, 16))).toBe(true)
  expect(await readMp4Seconds(file)).toBe(1.5)
})

test('behavior: a header with 64 bits, behind other boxes', async () => {
  const movie = mp4Box('moov', mp4Box('free', 'xxxx'), longMovieHeader(90_000, 2_700_000n))

  expect(await readMp4Seconds(new Blob([mp4Box('ftyp', 'isom'), movie]))).toBe(30)
})

test.each([
  ['32 bits', fragmentsHeader(60_000)],
  ['64 bits', longFragmentsHeader(60_000n)],
])('behavior: a fragmented film that tells its duration, in %s', async (_, header) => {
  const movie = mp4Box('moov', movieHeader(600, 0), mp4Box('mvex', header))

  expect(await readMp4Seconds(new Blob([mp4Box('ftyp', 'iso5'), movie, mp4Box('moof', 'film')]))).toBe(100)
})

test('behavior: boxes with a length of 64 bits, and one that lasts to the end of the file', async () => {
  const long = new Blob(['\0\0\0\x01mdat', '\0\0\0\0\0\0\0\x20', '0123456789abcdef'])
  const last = new Blob(['\0\0\0\0moov', movieHeader(600, 6000)])

  expect(await readMp4Seconds(new Blob([long, last]))).toBe(10)
})

test('behavior: only the heads of the boxes are read', async () => {
  const file = new WatchedFile([mp4File(12)], 'a.mp4')

  expect(await readMp4Seconds(file)).toBe(12)
  expect(file.bytesRead).toBe(4 * 16 + 32)
})

test.each<[string, Blob]>([
  ['nothing', new Blob([])],
  ['a file without a movie', new Blob([mp4Box('ftyp', 'isom'), mp4Box('mdat', new Uint8Array(100))])],
  ['a movie without a header', new Blob([mp4Box('moov', mp4Box('cmov', new Uint8Array(100)))])],
  ['a header beside the movie', new Blob([mp4Box('moov', mp4Box('free', 'xxxx')), movieHeader(600, 6000)])],
  ['a fragmented film', new Blob([mp4Box('moov', movieHeader(600, 0), mp4Box('mvex', mp4Box('trex', 'xxxx')))])],
  [
    'a fragmented film that breaks off',
    new Blob([mp4Box('moov', movieHeader(600, 0), mp4Box('mvex', mp4Box('mehd')))]),
  ],
  ['a film whose length was not known', new Blob([mp4Box('moov', movieHeader(600, 0xffffffff))])],
  ['the same with 64 bits', new Blob([mp4Box('moov', longMovieHeader(600, 2n ** 64n - 1n))])],
  ['a film without a clock', new Blob([mp4Box('moov', movieHeader(0, 6000))])],
  ['a header that breaks off', new Blob([mp4Box('moov', movieHeader(600, 6000))]).slice(0, 40)],
  ['a box that is shorter than its head', new Blob(['\0\0\0\x07moov', movieHeader(600, 6000)])],
  ['a box of 64 bits that is shorter than its head', new Blob(['\0\0\0\x01free', '\0'.repeat(8), mp4File(9)])],
  ['a box that leads out of the file', new Blob([new Uint8Array(4).fill(0xff), 'free', mp4File(9)])],
])('behavior: of %s the duration is not known', async (_, file) => {
  expect(await readMp4Seconds(file)).toBe(undefined)
})

test('behavior: a million of empty boxes is not followed to the end', async () => {
  const file = new WatchedFile(['\0\0\0\x08free'.repeat(1_000_000)], 'a.mp4')

  expect(await readMp4Seconds(file)).toBe(undefined)
  expect(file.bytesRead).toBe(16_000)
})
