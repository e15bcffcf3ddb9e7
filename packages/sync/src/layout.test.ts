import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('**/*.ts', { cwd: src }).filter((file) => !/\.test\.ts$|(^|\/)fixtures\//.test(file))
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8')
/** For each file, the files of this package that it imports, type imports included. All paths are relative to `src`. */
const imports = new Map(
  files.map((file) => [
    file,
    [...textOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path))),
  ]),
)

/**
 * Files and folders of this package, from the lowest layer to the highest. A file imports only files of the same layer
 * or of lower layers.
 */
const layers = [
  ['SyncError.ts', 'checkId.ts', 'tellError.ts', 'wakeups.ts'],
  ['schema/'],
  ['database/'],
  ['context.ts', 'time.ts'],
  ['rows/'],
  ['reads/', 'changes.ts', 'forget.ts'],
  ['run/'],
  ['inbox/'],
  ['openSync.ts'],
  ['worker/', 'bullmq.ts'],
  ['index.ts'],
]
const layerOf = (file: string): number =>
  layers.findIndex((names) => names.some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name)))

test('every file belongs to a layer, and none is above 500 lines', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
  expect(files.filter((file) => textOf(file).split('\n').length > 500)).toEqual([])
})

test('a layer knows only those below it', () => {
  const upward = [...imports].flatMap(([file, others]) =>
    others.filter((other) => layerOf(other) > layerOf(file)).map((other) => `${file} -> ${other}`),
  )
  expect(imports.get('openSync.ts')).toContain('run/run.ts')
  expect(upward).toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    (imports.get(from) ?? []).some((next) => {
      if (next === wanted) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, wanted, seen)
    })
  expect(files.filter((file) => reaches(file, file))).toEqual([])
})
