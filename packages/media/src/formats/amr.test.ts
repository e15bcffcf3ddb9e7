import { expect, test } from 'vitest'
import { amrFile, WatchedFile } from '../fixtures/mediaFiles.ts'
import { readBytes } from './bytes.ts'
import { isAmr, readAmrSeconds } from './amr.ts'

test('default', async () => {
  const file = amrFile(59.98)

  expect(isAmr(await readBytes(file, 0, 16))).toBe(true)
  expect(await readAmrSeconds(file)).toBe(59.98)
})

test('behavior: other files are not recognised', async () => {
  expect(isAmr(await readBytes(new Blob(['ID3\x03']), 0, 16))).toBe(false)
  expect(await readAmrSeconds(new Blob(['ID3\x03']))).toBe(undefined)
})

test('behavior: every kind of narrow-band frame has its length', async () => {
  const lengths = [13, 14, 16, 18, 20, 21, 27, 32, 6]
  const frames = lengths.map((length, type) => String.fromCharCode((type << 3) | 4).padEnd(length, '\0'))

  expect(await readAmrSeconds(new Blob(['#!AMR\n', ...frames, '\x7c']))).toBe(0.2)
})

test('behavior: every kind of wide-band frame has its length', async () => {
  const lengths = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6]
  const frames = lengths.map((length, type) => String.fromCharCode((type << 3) | 4).padEnd(length, '\0'))

  expect(await readAmrSeconds(new Blob(['#!AMR-WB\n', ...frames, '\x74\x7c']))).toBe(0.24)
})

test('behavior: frames across two reads are counted once', async () => {
  // 65,536 is no multiple of 13.
  const frame = '\x04'.padEnd(13, '\x7f')

  expect(await readAmrSeconds(new Blob(['#!AMR\n', frame.repeat(20_000)]))).toBe(400)
})

test('behavior: a last frame that breaks off is counted', async () => {
  expect(await readAmrSeconds(amrFile(1).slice(0, -5))).toBe(1)
})

test('behavior: a file without frames lasts no time', async () => {
  expect(await readAmrSeconds(new Blob(['#!AMR\n']))).toBe(0)
})

test('behavior: frames before one of unknown kind last at least as long as they do', async () => {
  expect(await readAmrSeconds(new Blob(['#!AMR\n', '\x7c', '\x48', '\x7c']))).toBe(0.02)
})

test('behavior: an unknown kind of AMR cannot be followed', async () => {
  expect(await readAmrSeconds(new Blob(['#!AMR_MC1.0\n', '\x7c']))).toBe(undefined)
})

test('behavior: two million frames of one byte each are counted, in slices', async () => {
  const file = new WatchedFile(['#!AMR\n', '\x7c'.repeat(2_000_000)], 'a.amr')

  expect(await readAmrSeconds(file)).toBe(40_000)
})
