import * as media from '@wecom/media'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { mediaServed } from './media.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('media', media, mediaServed)).toEqual([])
})
