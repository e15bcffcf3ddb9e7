import * as tags from '@wecom/tags'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { tagsServed } from './tags.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('tags', tags, tagsServed)).toEqual([])
})
