import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { badVectors, goodVectors } from '../fixtures/vectors.ts'

interface CatalogueVector {
  readonly id: string
  readonly token: string
  readonly encoding_aes_key: string
  readonly receiveid?: string
  readonly expected_receiveid?: string
  readonly timestamp: string
  readonly nonce: string
  readonly random?: string
  readonly plaintext?: string
  readonly ciphertext: string
  readonly msg_signature: string
  readonly body?: string
}

const file = new URL('../../../../tools/catalogue/callbacks.yaml', import.meta.url)
const { test_vectors: vectors } = parse(readFileSync(file, 'utf8')) as {
  readonly test_vectors: Readonly<Record<'positive' | 'official' | 'negative', readonly CatalogueVector[]>>
}

test('the vectors are all those of the catalogue', () => {
  const rows = [...vectors.positive, ...vectors.official, ...vectors.negative]

  expect(rows).toHaveLength(14)
  expect([...goodVectors, ...badVectors].map((vector) => ({ ...vector, refusal: undefined }))).toEqual(
    rows.map((row) => ({
      id: row.id,
      token: row.token,
      encodingAesKey: row.encoding_aes_key,
      receiveId: row.receiveid ?? row.expected_receiveid,
      timestamp: row.timestamp,
      nonce: row.nonce,
      random: row.random,
      message: row.plaintext,
      body: row.body,
      encrypt: row.ciphertext,
      signature: row.msg_signature,
    })),
  )
})
