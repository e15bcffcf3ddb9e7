import { listCatalogues } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { hasMarkers } from './betweenMarkers.ts'
import { readPage } from './readPage.ts'
import { renderFiles } from './renderFiles.ts'

test.each(Object.entries(await renderFiles()))('%s is current', (path, text) => {
  expect(readPage(path) === text, `${path} is not current: run \`npm run generate\``).toBe(true)
})

/** Whoever uses core meets its calls behind a client; its README shows none of them. */
const domains = listCatalogues().filter((name) => name !== 'core')

test.each(domains)('the README of %s has a place for its functions', (name) => {
  const path = `packages/${name}/README.md`
  expect(
    hasMarkers(readPage(path)),
    `${path} lacks the markers <!-- functions --> and <!-- /functions -->: write them, then run \`npm run generate\``,
  ).toBe(true)
})
