import * as idConvert from '@wecom/id-convert'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { idConvertServed } from './idConvert.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('id-convert', idConvert, idConvertServed)).toEqual([])
})
