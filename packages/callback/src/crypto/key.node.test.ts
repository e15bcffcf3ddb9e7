import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { settings } from '../fixtures/requests.ts'
import { importKey } from './key.ts'

test('printing it does not reveal the key', () => {
  const key = importKey(settings.encodingAesKey)
  expect(inspect(key, { depth: Infinity })).toMatch(/^\{ encrypt: \[Function[^[]*\], decrypt: \[Function[^[]*\] \}$/)
  expect(inspect(key, { depth: Infinity, showHidden: true })).not.toMatch(/Array\(|Buffer|CryptoKey/)
})
