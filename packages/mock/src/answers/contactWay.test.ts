import * as contactWay from '@wecom/contact-way'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { contactWayServed } from './contactWay.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('contact-way', contactWay, contactWayServed)).toEqual([])
})
