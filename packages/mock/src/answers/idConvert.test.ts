import * as idConvert from '@wecom/id-convert'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { idConvertServed } from './idConvert.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('id-convert', idConvert, idConvertServed)).toEqual([])
})
