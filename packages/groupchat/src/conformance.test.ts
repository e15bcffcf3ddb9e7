import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as groupchat from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('.', import.meta.url)
  expect(checkPackage({ name: 'groupchat', exports: groupchat, sourceDir, complete: true })).toEqual([])
})
