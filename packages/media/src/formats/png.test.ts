import { expect, test } from 'vitest'
import { pngFile } from '../fixtures/mediaFiles.ts'
import { readBytes } from './bytes.ts'
import { isPng, pngHeadLength, readPngSize } from './png.ts'

const headOf = (file: Blob): Promise<DataView> => readBytes(file, 0, pngHeadLength)

test('default', async () => {
  const head = await headOf(pngFile(12_000, 900))

  expect(isPng(head)).toBe(true)
  expect(readPngSize(head)).toEqual({ width: 12_000, height: 900 })
})

test('behavior: other files are not recognised', async () => {
  expect(isPng(await headOf(new Blob(['GIF89a'])))).toBe(false)
  expect(isPng(await headOf(new Blob([])))).toBe(false)
})

test('behavior: a file that breaks off, or opens with another chunk, has no size', async () => {
  expect(readPngSize(await headOf(pngFile(100, 100).slice(0, 23)))).toBe(undefined)
  expect(readPngSize(await headOf(new Blob([pngFile(100, 100).slice(0, 12), 'iDOTxxxxxxxx'])))).toBe(undefined)
})
