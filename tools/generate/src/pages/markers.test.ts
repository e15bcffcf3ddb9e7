import { listCatalogues } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { readText } from '../workspace.ts'
import { hasMarkers } from './betweenMarkers.ts'
import { readmes } from './language.ts'

/** Names of the packages whose READMEs have tables of functions and errcodes. The README of core has no such tables. */
const domains = listCatalogues().filter((name) => name !== 'core')

const pages = domains
  .flatMap((name) => readmes.map(([file]) => `packages/${name}/${file}`))
  // Ignores a missing Chinese README. A test in `tools/docs` reports a missing Chinese README.
  .filter((path) => path.endsWith('/README.md') || readText(path) !== '')
const tables = pages.flatMap((path) => (['functions', 'errcodes'] as const).map((table) => [path, table] as const))

test.each(tables)('%s has a place for its %s', (path, table) => {
  expect(
    hasMarkers(readText(path), table),
    `${path} lacks the markers <!-- ${table} --> and <!-- /${table} -->: write them, then run \`npm run generate\``,
  ).toBe(true)
})
