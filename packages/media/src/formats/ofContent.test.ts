import { expect, test } from 'vitest'
import { amrFile, jpegFile, mp4File, pngFile } from '../fixtures/mediaFiles.ts'
import { imageSizeOf, kindOfContent, videoSecondsOf } from './ofContent.ts'

/** Returns the bytes of a file as a view into a larger buffer. Uploaded files may arrive at a server in this form. */
async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(['before', file, 'after']).arrayBuffer()).subarray(6, 6 + file.size)
}

test('default', async () => {
  const png = await bytesOf(pngFile(1080, 10_800))
  const jpeg = await bytesOf(jpegFile(640, 480))
  const mp4 = await bytesOf(mp4File(31))

  expect([png, jpeg, mp4, await bytesOf(amrFile(1))].map(kindOfContent)).toEqual(['image', 'image', 'video', 'voice'])
  expect([imageSizeOf(png), imageSizeOf(jpeg)]).toEqual([
    { width: 1080, height: 10_800 },
    { width: 640, height: 480 },
  ])
  expect(videoSecondsOf(mp4)).toBe(31)
})

test('behavior: truncated and other files have no kind, size and duration', async () => {
  const mp4 = await bytesOf(mp4File(31))

  expect(videoSecondsOf(mp4.subarray(0, mp4.length - 100))).toBe(undefined)
  expect(kindOfContent(new Uint8Array())).toBe(undefined)
  expect(imageSizeOf(new TextEncoder().encode('GIF89a'))).toBe(undefined)
})
