import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { goodVectors } from '../fixtures/vectors.ts'
import { verifySignature, type VerifySignatureOptions } from './signature.ts'

const covered = ['timestamp', 'nonce', 'encrypt', 'signature'] as const

/** Yields every text that differs in a single bit of one character. */
function* flips(text: string): Generator<string> {
  for (let index = 0; index < text.length; index++) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit))
      yield text.slice(0, index) + flipped + text.slice(index + 1)
    }
  }
}

test.each(goodVectors.map((vector) => [vector.id, vector] as const))(
  '%s: every flip of a single bit is refused',
  async (_id, vector) => {
    for (const name of covered) {
      for (const flipped of flips(vector[name])) {
        expect(await refusalOf(() => verifySignature({ ...vector, [name]: flipped }))).toBe('signature')
      }
    }
  },
)

const [vector = expect.fail('no vector')] = goodVectors

test.each<[string, Partial<VerifySignatureOptions>, string | undefined]>([
  ['right', {}, undefined],
  ['none', { signature: '' }, 'signature'],
  ['cut off', { signature: vector.signature.slice(0, -1) }, 'signature'],
  ['with more behind it', { signature: `${vector.signature}0` }, 'signature'],
  ['in capitals', { signature: vector.signature.toUpperCase() }, 'signature'],
  ['by another token', { token: 'another' }, 'signature'],
  ['by no token', { token: '' }, 'token'],
])('a signature that is %s', async (_what, change, refusal) => {
  expect(await refusalOf(() => verifySignature({ ...vector, ...change }))).toBe(refusal)
})

test.each(['\n', '\r\n', ' ', '\t'])('error: a token with a blank around it is named as such: %j', (blank) => {
  for (const token of [vector.token + blank, blank + vector.token]) {
    expect(() => verifySignature({ ...vector, token })).toThrow(
      'callback refused: the token (Token) begins or ends with a space or a line break',
    )
  }
})
