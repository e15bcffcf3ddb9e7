import * as messages from '@wecom/messages'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { messagesServed } from './messages.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('messages', messages, messagesServed)).toEqual([])
})
