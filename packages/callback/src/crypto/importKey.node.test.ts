import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { settings } from '../fixtures/requests.ts'
import { importKey } from './importKey.ts'

test('printed it shows nothing of the key', async () => {
  const key = await importKey(settings.encodingAesKey)
  expect(inspect(key, { depth: Infinity })).toBe(
    '{\n  encrypt: [AsyncFunction: encrypt],\n  decrypt: [AsyncFunction: decrypt]\n}',
  )
  expect(inspect(key, { depth: Infinity, showHidden: true })).not.toMatch(/Array\(|Buffer|CryptoKey/)
})
