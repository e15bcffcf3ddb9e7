import * as groupchat from '@wecom/groupchat'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { groupchatServed } from './groupchat.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('groupchat', groupchat, groupchatServed)).toEqual([])
})
