import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { settings } from '../fixtures/requests.ts'
import { encodeBase64, importKey } from './key.ts'
import { decryptMessage, encryptMessage, pad } from './messages.ts'

const key = importKey(settings.encodingAesKey)
const receiveId = 'ww0123456789abcdef'

test('default: every length of padding', () => {
  for (let length = 0; length < 64; length++) {
    const message = '字'.repeat(length)
    const encrypt = encryptMessage({ key, receiveId, message })
    expect(decryptMessage({ key, encrypt, receiveIds: [receiveId] })).toEqual({ message, receiveId })
  }
})

test('behavior: the same message never gives the same ciphertext twice', () => {
  const options = { key, receiveId, message: 'hello' }
  expect(encryptMessage(options)).not.toBe(encryptMessage(options))
})

test('behavior: a byte-order mark is removed', () => {
  const encrypt = encryptMessage({ key, receiveId, message: '\u{feff}<xml/>' })
  expect(decryptMessage({ key, encrypt, receiveIds: [receiveId] })).toMatchObject({
    message: '<xml/>',
  })
})

test('behavior: a byte-order mark is part of the receive id', async () => {
  const encrypt = encryptMessage({ key, receiveId: `\u{feff}${receiveId}`, message: 'hello' })
  expect(await refusalOf(() => decryptMessage({ key, encrypt, receiveIds: [receiveId] }))).toBe('receive-id')
})

test('behavior: a character cut in the middle is replaced', () => {
  const cut = new TextEncoder().encode('渠道').subarray(0, -1)
  const plaintext = new Uint8Array([...new Uint8Array(19), cut.length, ...cut, ...new TextEncoder().encode(receiveId)])
  const encrypt = encodeBase64(key.encrypt(pad(plaintext)))
  expect(decryptMessage({ key, encrypt, receiveIds: [receiveId] })).toEqual({ message: '渠\u{fffd}', receiveId })
})

test('behavior: a set of receive ids may grow', async () => {
  const encrypt = encryptMessage({ key, receiveId, message: 'hello' })
  const receiveIds = new Set(['ww1'])
  expect(await refusalOf(() => decryptMessage({ key, encrypt, receiveIds }))).toBe('receive-id')
  receiveIds.add(receiveId)
  expect(await refusalOf(() => decryptMessage({ key, encrypt, receiveIds }))).toBe(undefined)
})

test.each([
  ['the same', [receiveId], undefined],
  ['one of several', ['ww1', receiveId], undefined],
  ['in capitals', [receiveId.toUpperCase()], 'receive-id'],
  ['a part of it', [receiveId.slice(0, -1)], 'receive-id'],
  ['none', [], 'receive-id'],
  ['empty', [''], 'receive-id'],
])('error: receive id, %s', async (_what, receiveIds, refusal) => {
  const encrypt = encryptMessage({ key, receiveId, message: 'hello' })
  expect(await refusalOf(() => decryptMessage({ key, encrypt, receiveIds }))).toBe(refusal)
})

test.each([
  ['a blank', 'AAAA AAA', 'base64'],
  ['a line break', 'AAAA\n', 'base64'],
  ['no padding', 'AAAAAA', 'base64'],
  ['too much padding', 'A===', 'base64'],
  ['padding inside', 'AA==AAAA', 'base64'],
  ['another alphabet', 'AA-_', 'base64'],
  ['nothing', '', 'length'],
  ['15 bytes', encodeBase64(new Uint8Array(15)), 'length'],
  ['16 bytes', encodeBase64(new Uint8Array(16)), 'length'],
  ['33 bytes', encodeBase64(new Uint8Array(33)), 'length'],
])('error: ciphertext, %s', async (_what, encrypt, refusal) => {
  expect(await refusalOf(() => decryptMessage({ key, encrypt, receiveIds: [receiveId] }))).toBe(refusal)
})

test('error: other texts instead of a ciphertext', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const options = { key, encrypt: encodeBase64(bytes), receiveIds: [receiveId] }
      expect(['length', 'padding', 'message-length', 'receive-id']).toContain(
        await refusalOf(() => decryptMessage(options)),
      )
    }),
    { numRuns: 500 },
  )
})

test.each([0, 8, 17, 24])('error: %d random bytes cannot be encrypted with', (length) => {
  const options = { key, receiveId, message: 'hello', random: new Uint8Array(length) }
  expect(() => encryptMessage(options)).toThrow(`random must be 16 bytes, not ${length}`)
})
