import * as media from '@wecom/media'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { mediaServed } from './media.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('media', media, mediaServed)).toEqual([])
})
