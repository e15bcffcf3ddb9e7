import * as stats from '@wecom/stats'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { statsServed } from './stats.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('stats', stats, statsServed)).toEqual([])
})
