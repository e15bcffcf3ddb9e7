import * as intercept from '@wecom/intercept'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { interceptServed } from './intercept.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('intercept', intercept, interceptServed)).toEqual([])
})
