import * as intercept from '@wecom/intercept'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { interceptServed } from './intercept.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('intercept', intercept, interceptServed)).toEqual([])
})
