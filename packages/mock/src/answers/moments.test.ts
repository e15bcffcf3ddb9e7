import * as moments from '@wecom/moments'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { momentsServed } from './moments.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('moments', moments, momentsServed)).toEqual([])
})
