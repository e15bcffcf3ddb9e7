import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settings } from '../fixtures/requests.ts'
import { parseXml } from '../text/parseFields.ts'
import { encryptReply } from './encryptReply.ts'
import { importKey } from './key.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_735_689_661_999 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('default: the time in whole seconds, and another number each time', () => {
  const key = importKey(settings.encodingAesKey)
  const reply = () => parseXml(encryptReply({ ...settings, key, receiveId: 'ww1', message: 'hello' }))
  const [one, two] = [reply(), reply()]

  expect(one).toMatchObject({ TimeStamp: '1735689661', Nonce: expect.stringMatching(/^\d+$/) })
  expect(two['Nonce']).not.toBe(one['Nonce'])
})
