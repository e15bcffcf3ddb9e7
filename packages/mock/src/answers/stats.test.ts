import * as stats from '@wecom/stats'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { statsServed } from './stats.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('stats', stats, statsServed)).toEqual([])
})
