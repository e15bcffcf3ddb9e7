import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { pad, unpad } from './messages.ts'

test('pads to the next multiple of 32, and removes the padding', () => {
  for (let length = 0; length < 100; length++) {
    const bytes = new Uint8Array(length).fill(7)
    const padded = pad(bytes)
    expect(padded.length % 32).toBe(0)
    expect(padded.length - length).toBeGreaterThan(0)
    expect(padded.length - length).toBeLessThanOrEqual(32)
    expect(unpad(padded)).toEqual(bytes)
  }
})

test('accepts 1 to 32 at the end, if as many bytes have that value', async () => {
  for (let last = 0; last < 256; last++) {
    const refusal = await refusalOf(() => unpad(new Uint8Array(48).fill(last)))
    expect(refusal, `${last}`).toBe(last >= 1 && last <= 32 ? undefined : 'padding')
  }
})

test('refuses padding with a changed byte, and ignores bytes before it', async () => {
  for (let count = 1; count <= 32; count++) {
    for (let index = 0; index < 47; index++) {
      const bytes = new Uint8Array(48).fill(count, 48 - count)
      bytes[index] = 99
      const refusal = await refusalOf(() => unpad(bytes))
      expect(refusal, `${count} ${index}`).toBe(index >= 48 - count ? 'padding' : undefined)
    }
  }
})
