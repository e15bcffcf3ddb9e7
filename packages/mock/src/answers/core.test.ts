import * as core from '@wecom/core'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { coreServed } from './core.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('core', core, coreServed)).toEqual([])
})
