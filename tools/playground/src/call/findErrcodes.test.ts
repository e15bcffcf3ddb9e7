import { expect, test } from 'vitest'
import { findErrcodes } from './findErrcodes.ts'

test.each([
  [{ customer: [{ errcode: 40096 }, { errcode: 0 }, { errcode: 40096 }, { errcode: 40100 }] }, [40096, 40100]],
  [{ errcode: 0, list: [null, 'errcode'] }, []],
])('%j', (result, errcodes) => {
  expect(findErrcodes(result)).toEqual(errcodes)
})
