import { expect, test } from 'vitest'
import { readAscii, readBytes } from './bytes.ts'

test('default', async () => {
  const view = await readBytes(new Blob(['0123456789']), 2, 4)

  expect(view.byteLength).toBe(4)
  expect(readAscii(view, 0, 4)).toBe('2345')
})

test('behavior: reads stop at the end of the file', async () => {
  const view = await readBytes(new Blob(['0123456789']), 8, 4)

  expect(readAscii(view, 0, 4)).toBe('89')
  expect((await readBytes(new Blob(['0123456789']), 20, 4)).byteLength).toBe(0)
})
