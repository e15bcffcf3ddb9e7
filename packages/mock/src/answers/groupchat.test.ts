import * as groupchat from '@wecom/groupchat'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { groupchatServed } from './groupchat.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('groupchat', groupchat, groupchatServed)).toEqual([])
})
