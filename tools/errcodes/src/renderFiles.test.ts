import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packages, renderFiles } from './renderFiles.ts'

test.each(Object.entries(await renderFiles()))('%s is what the catalogue says', (name, text) => {
  const file = new URL(name, packages)
  const current = existsSync(file) && readFileSync(file, 'utf8') === text

  expect(current, `${name} is not current: run \`npm run generate\` in tools/errcodes`).toBe(true)
})
