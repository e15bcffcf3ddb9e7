import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as intercept from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('.', import.meta.url)
  expect(checkPackage({ name: 'intercept', exports: intercept, sourceDir, complete: true })).toEqual([])
})
