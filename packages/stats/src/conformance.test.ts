import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as stats from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('.', import.meta.url)
  expect(checkPackage({ name: 'stats', exports: stats, sourceDir, complete: true })).toEqual([])
})
