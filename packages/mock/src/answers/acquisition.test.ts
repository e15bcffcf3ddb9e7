import * as acquisition from '@wecom/acquisition'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { acquisitionServed } from './acquisition.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('acquisition', acquisition, acquisitionServed)).toEqual([])
})
