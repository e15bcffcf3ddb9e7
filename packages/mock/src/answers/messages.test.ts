import * as messages from '@wecom/messages'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { messagesServed } from './messages.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('messages', messages, messagesServed)).toEqual([])
})
