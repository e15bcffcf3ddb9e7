import * as tags from '@wecom/tags'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { tagsServed } from './tags.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('tags', tags, tagsServed)).toEqual([])
})
