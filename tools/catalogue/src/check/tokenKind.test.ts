import { expect, test } from 'vitest'
import { loadCatalogue } from '../loadCatalogue.ts'
import { tokenKind } from './tokenKind.ts'

test.each([
  ['core', 'getAccessToken', 'none'],
  ['core', 'getSuiteAccessToken', 'none'],
  ['core', 'getProviderAccessToken', 'none'],
  ['core', 'getCorpAccessToken', 'suite'],
  ['core', 'getPermanentCodeLegacy', 'suite'],
  ['core', 'listCallbackIps', 'corp'],
  ['id-convert', 'finishOpenidMigration', 'provider'],
  ['contacts', 'getContact', 'corp'],
])('%s/%s: %s', (name, fn, kind) => {
  const entry = loadCatalogue(name).endpoints.find((endpoint) => endpoint.fn === fn)

  expect(entry && tokenKind(entry)).toBe(kind)
})
