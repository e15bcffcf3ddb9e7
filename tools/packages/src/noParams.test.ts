import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const workspace = fileURLToPath(new URL('../../../', import.meta.url))

test('functions without parameters accept nothing in their place, such as the options of the call', () => {
  const sources = globSync('packages/*/src/**/*.ts', { cwd: workspace })
  const empty = sources.flatMap((file) => {
    const found = /interface \w+Params(?<parent>[^{]*)\{\s*\}/.exec(readFileSync(`${workspace}/${file}`, 'utf8'))
    return found ? [{ file, parent: found.groups?.['parent']?.trim() }] : []
  })

  expect(empty.length).toBeGreaterThan(5)
  expect(empty.filter(({ parent }) => parent === '')).toEqual([])
})
