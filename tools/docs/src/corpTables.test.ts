import { expect, test } from 'vitest'
import { renderCorpPages } from './corpTables.ts'
import { readPage } from './workspace.ts'

const pages = await renderCorpPages()

test.each(Object.entries(pages))('%s: the tables of the fake corp are current', (page, text) => {
  expect(readPage(page) === text, `${page} is not current: run \`npm run generate\``).toBe(true)
})
