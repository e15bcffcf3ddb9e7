import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as core from './index.ts'

test('every endpoint matches the catalogue', () => {
  const sourceDir = new URL('endpoints/', import.meta.url)
  expect(checkPackage({ name: 'core', exports: core, sourceDir, complete: true })).toEqual([])
})
