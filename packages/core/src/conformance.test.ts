import { checkPackage } from '@wecom-tools/catalogue/check'
import { expect, test } from 'vitest'
import * as core from './index.ts'

test('every endpoint is as the catalogue says', () => {
  const sourceDir = new URL('endpoints/', import.meta.url)
  const partial = [
    'getAccessToken',
    'getCorpAccessToken',
    'getProviderAccessToken',
    'getSuiteAccessToken',
    'listApiDomainIps',
    'listCallbackIps',
  ]
  expect(checkPackage({ name: 'core', exports: core, sourceDir, partial })).toEqual([])
})
