import * as oracle from '@wecom/crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { goodVectors } from '../fixtures/vectors.ts'
import { decryptMessage, encryptMessage } from './messages.ts'
import { importKey } from './key.ts'
import { signMessage } from './signature.ts'

const encodingAesKeys = [...new Set(goodVectors.map(({ encodingAesKey }) => encodingAesKey))]
const [firstKey = expect.fail('no key')] = encodingAesKeys

/**
 * Encrypts a message and an id with one library, and decrypts them with the other, in both directions. Returns:
 * - `there`: message and id that this SDK encrypted and `@wecom/crypto` decrypted
 * - `here`: message and id that `@wecom/crypto` encrypted and this SDK decrypted
 */
function exchange(encodingAesKey: string, message: string, receiveId: string): object {
  const key = importKey(encodingAesKey)
  const ours = encryptMessage({ key, message, receiveId })
  const theirs = oracle.encrypt(encodingAesKey, message, receiveId)
  const there = oracle.decrypt(encodingAesKey, ours)
  const here = decryptMessage({ key, encrypt: theirs, receiveIds: [receiveId] })
  return { there: [there.message, there.id], here: [here.message, here.receiveId] }
}

test('agrees with @wecom/crypto on every length from 0 to 400', () => {
  for (let length = 0; length <= 400; length++) {
    const sent = ['x'.repeat(length), 'ww0123456789abcdef'] as const
    expect(exchange(firstKey, ...sent)).toEqual({ there: sent, here: sent })
  }
})

test('agrees with @wecom/crypto on any text, id and key', () => {
  // A leading byte-order mark is removed on purpose.
  const text = fc.string({ unit: 'binary', maxLength: 400 }).filter((value) => !value.startsWith('\u{feff}'))
  fc.assert(
    fc.property(fc.constantFrom(...encodingAesKeys), fc.tuple(text, text), (encodingAesKey, sent) => {
      expect(exchange(encodingAesKey, ...sent)).toEqual({ there: sent, here: sent })
    }),
  )
})

test('gives the same ciphertext as @wecom/crypto from the same random bytes', () => {
  const key = importKey(firstKey)
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (message, random) => {
        const theirs = oracle.encrypt(firstKey, message, 'ww1', Buffer.from(random))
        expect(encryptMessage({ key, message, receiveId: 'ww1', random })).toBe(theirs)
      },
    ),
  )
})

test('signs like @wecom/crypto', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  // Blanks around it are refused.
  const tokens = text.filter((token) => token !== '' && token.trim() === token)
  fc.assert(
    fc.property(tokens, text, text, text, (token, timestamp, nonce, encrypt) => {
      const ours = signMessage({ token, timestamp, nonce, encrypt })
      expect(ours).toBe(oracle.getSignature(token, timestamp, nonce, encrypt))
    }),
  )
})
