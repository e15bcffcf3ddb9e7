import * as acquisition from '@wecom/acquisition'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { acquisitionServed } from './acquisition.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('acquisition', acquisition, acquisitionServed)).toEqual([])
})
