import { expect, test } from 'vitest'
import { formOf, png } from '../fixtures/rawForm.ts'
import { findBytes, parseForm } from './form.ts'

const dashes = (count: number): Uint8Array => new Uint8Array(count).fill(0x2d)

test('default: the files of a form, by the names of their parts', () => {
  const { media } = parseForm(formOf(png), 'multipart/form-data; boundary=----fixture7MA4YWxk')

  expect(media).toMatchObject({ name: '图.png', type: 'image/png', content: png, statedSize: 8 })
})

test('behavior: a boundary of dashes in a body of dashes costs one look at each byte', () => {
  let reads = 0
  const counted = new Proxy(dashes(10_000), {
    get: (bytes, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads++
      return Reflect.get(bytes, name, bytes) as unknown
    },
  })

  expect(findBytes(counted, new Uint8Array([...dashes(70), 0x61]), 0)).toBe(-1)
  expect(reads).toBeLessThan(4 * 10_000)
})

test('behavior: bytes that begin like themselves are found', () => {
  const encoder = new TextEncoder()

  expect(findBytes(encoder.encode('aabaabaaab'), encoder.encode('aabaaa'), 0)).toBe(3)
  expect(findBytes(encoder.encode('--a--a'), encoder.encode('--a'), 1)).toBe(3)
  expect(findBytes(encoder.encode('--a'), encoder.encode('--b'), 0)).toBe(-1)
})

test('error: a form with very many parts, or a very long boundary, has no more files than a call', () => {
  expect(Object.keys(parseForm(dashes(1_000_000), 'multipart/form-data; boundary=-'))).toEqual([])
  expect(parseForm(dashes(1000), `multipart/form-data; boundary=${'-'.repeat(71)}`)).toEqual({})
})
