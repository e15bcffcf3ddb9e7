import { listCatalogues } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { readText } from '../workspace.ts'
import { hasMarkers } from './betweenMarkers.ts'

/** Programs use the calls of core through a client, so its README lists none of them. */
const domains = listCatalogues().filter((name) => name !== 'core')

test.each(domains)('the README of %s has a place for its functions', (name) => {
  const path = `packages/${name}/README.md`
  expect(
    hasMarkers(readText(path)),
    `${path} lacks the markers <!-- functions --> and <!-- /functions -->: write them, then run \`npm run generate\``,
  ).toBe(true)
})
