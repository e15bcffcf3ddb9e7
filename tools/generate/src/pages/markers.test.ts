import { listCatalogues } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { readText } from '../workspace.ts'
import { hasMarkers } from './betweenMarkers.ts'
import { readmes } from './language.ts'

/** Programs call core's endpoints through a client, so its README shows none of them. */
const domains = listCatalogues().filter((name) => name !== 'core')

/** That each package has a Chinese page, `tools/docs` looks after. */
const pages = domains
  .flatMap((name) => readmes.map(([file]) => `packages/${name}/${file}`))
  .filter((path) => path.endsWith('/README.md') || readText(path) !== '')
const tables = pages.flatMap((path) => (['functions', 'errcodes'] as const).map((table) => [path, table] as const))

test.each(tables)('%s has a place for its %s', (path, table) => {
  expect(
    hasMarkers(readText(path), table),
    `${path} lacks the markers <!-- ${table} --> and <!-- /${table} -->: write them, then run \`npm run generate\``,
  ).toBe(true)
})
