import * as core from '@wecom/core'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { coreServed } from './core.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('core', core, coreServed)).toEqual([])
})
