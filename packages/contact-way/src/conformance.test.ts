import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as contactWay from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('.', import.meta.url)
  expect(checkPackage({ name: 'contact-way', exports: contactWay, sourceDir, complete: true })).toEqual([])
})
