import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { settings } from '../fixtures/requests.ts'
import { decryptMessage, encryptMessage } from './messages.ts'
import { importKey } from './key.ts'

const { encodingAesKey } = settings

test.each(['U', 'V', 'W', 'X'])('the unused bits of the 43rd character do not matter: %s', (last) => {
  const encrypt = encryptMessage({ key: importKey(encodingAesKey), receiveId: 'ww1', message: 'hello' })
  const key = importKey(encodingAesKey.slice(0, -1) + last)

  expect(decryptMessage({ key, encrypt, receiveIds: ['ww1'] })).toMatchObject({ message: 'hello' })
})

test('stringifying it does not reveal the key', () => {
  expect(JSON.stringify(importKey(encodingAesKey))).toBe('{}')
})

test.each([
  ['empty', ''],
  ['42 characters', encodingAesKey.slice(1)],
  ['44 characters', `${encodingAesKey}=`],
  ['44 characters, one of them before it', `=${encodingAesKey}`],
  ['another alphabet', encodingAesKey.replace('p', '-')],
  ['a line break behind it', `${encodingAesKey.slice(1)}\n`],
])('refuses a key: %s', async (_what, wrong) => {
  expect(await refusalOf(() => importKey(wrong))).toBe('key')
})

test.each(['\n', '\r\n', ' ', '\t'])('error: a key with a blank around it is named as such: %j', (blank) => {
  for (const wrong of [encodingAesKey + blank, blank + encodingAesKey]) {
    expect(() => importKey(wrong)).toThrow(
      'callback refused: the encoding key (EncodingAESKey) begins or ends with a space or a line break',
    )
  }
})
