import * as contactWay from '@wecom/contact-way'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { contactWayServed } from './contactWay.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('contact-way', contactWay, contactWayServed)).toEqual([])
})
