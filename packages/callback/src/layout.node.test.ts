import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('**/*.ts', { cwd: src }).filter((file) => !/\.test\.ts$|(^|\/)fixtures\//.test(file))

/**
 * Returns the files of this package that `file` imports or re-exports. If `values` is true, imports of types are left
 * out, because they have no effect at run time.
 */
function importsOf(file: string, { values }: { readonly values: boolean }): string[] {
  const statements = readFileSync(join(src, file), 'utf8').matchAll(/^(import|export) (type )?[^']*?from '(\.[^']+)'/gm)
  return [...statements]
    .filter(([, , type]) => !values || type === undefined)
    .map(([, , , path = '']) => normalize(join(dirname(file), path)))
}

/** Returns all files of this package that `file` imports, directly or through other files. */
function reach(file: string, options: { readonly values: boolean }): Set<string> {
  const reached = new Set<string>()
  const walk = (from: string): void => {
    for (const next of importsOf(from, options)) {
      if (reached.has(next)) continue
      reached.add(next)
      walk(next)
    }
  }
  walk(file)
  return reached
}

test('a callback passes at most 15 files on its way from the request to its handler', () => {
  const handler = 'handler/createCallbackHandler.ts'
  const way = [handler, ...reach(handler, { values: true })]

  expect(way).toContain('events/parseEvent.ts')
  expect(way.length, way.join(' ')).toBeLessThanOrEqual(15)
})

test('no file imports itself through others, types included', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => reach(file, { values: false }).has(file))).toEqual([])
})
