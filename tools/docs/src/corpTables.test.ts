import { expect, test } from 'vitest'
import { corpPage, renderCorpPage } from './corpTables.ts'
import { readPage } from './workspace.ts'

test('the tables of the fake corp are current', async () => {
  expect(readPage(corpPage) === (await renderCorpPage()), `${corpPage} is not current: run \`npm run generate\``).toBe(
    true,
  )
})
