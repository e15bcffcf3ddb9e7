import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { badVectors, goodVectors } from '../fixtures/vectors.ts'
import { decryptMessage, encryptMessage } from './messages.ts'
import { importKey } from './key.ts'
import { signMessage, verifySignature } from './signature.ts'

test.each(goodVectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
  const { receiveId, message, encrypt, signature } = vector
  const key = importKey(vector.encodingAesKey)
  const random = new TextEncoder().encode(vector.random)

  expect(signMessage(vector)).toBe(signature)
  verifySignature(vector)
  expect(decryptMessage({ key, encrypt, receiveIds: [receiveId] })).toEqual({ message, receiveId })
  expect(encryptMessage({ key, receiveId, message, random })).toBe(encrypt)
})

test.each(badVectors.map((vector) => [vector.id, vector] as const))('%s', async (_id, vector) => {
  const key = importKey(vector.encodingAesKey)
  verifySignature(vector)

  expect(await refusalOf(() => decryptMessage({ ...vector, key, receiveIds: [vector.receiveId] }))).toBe(vector.refusal)
})
