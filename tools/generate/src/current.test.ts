import { expect, test } from 'vitest'
import { renderPages } from './pages/renderPages.ts'
import { renderSources } from './sources/renderSources.ts'
import { readText } from './workspace.ts'

test.each(Object.entries({ ...(await renderSources()), ...(await renderPages()) }))('%s is current', (path, text) => {
  expect(readText(path) === text, `${path} is not current: run \`npm run generate\``).toBe(true)
})
