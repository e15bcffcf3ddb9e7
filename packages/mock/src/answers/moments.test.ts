import * as moments from '@wecom/moments'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { momentsServed } from './moments.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('moments', moments, momentsServed)).toEqual([])
})
